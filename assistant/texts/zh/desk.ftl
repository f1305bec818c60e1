# 馆员结束对话时，读者看到的话。
report-title = 我们一起找到的，给您留一份：
report-records = { $count } 种馆藏，附架位。
report-follow-up = 剩下的我再查查，{ $date } 前在这里写给您。
report-code = 以后换一台设备来看，用这个代码：{ $code }。
report-thanks = 祝您顺利，随时再来写。
follow-up-kept = 我接着替您查，{ $date } 前在这里写给您。
