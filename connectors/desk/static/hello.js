// On every page of the desk: whoever reads a report is still there for their readers.
import { post, setUp } from "./api.js";
import { showTrouble } from "./notices.js";

setUp(document.body.dataset.csrf, () => {});
const hello = () => post("/hello", {}).then(showTrouble, () => {}); // the next one comes in half a minute
setInterval(hello, 30000);
hello();
document.querySelector(".top nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" }); // on a phone the row scrolls
