// A short, soft sound and a browser notification, for those who wished for them.
import { announce } from "./el.js";

let context;

export function alertLibrarian(title, text, act) {
  announce(title);
  if (document.hidden) document.title = `• ${document.title.replace(/^• /, "")}`;
  if (localStorage.getItem("desk-sound") === "on") chime();
  if (localStorage.getItem("desk-notify") === "on" && document.hidden && "Notification" in window && Notification.permission === "granted") {
    const shown = new Notification(title, { body: text?.slice(0, 120), tag: "refdesk-desk" });
    shown.onclick = () => {
      focus();
      act();
      shown.close();
    };
  }
}

export function beQuiet() {
  if (!document.hidden) document.title = document.title.replace(/^• /, "");
}

function chime() {
  context ??= new AudioContext();
  const now = context.currentTime;
  for (const [tone, at] of [[660, 0], [880, 0.12]]) {
    const wave = context.createOscillator();
    const volume = context.createGain();
    wave.frequency.value = tone;
    volume.gain.setValueAtTime(0.0001, now + at);
    volume.gain.exponentialRampToValueAtTime(0.12, now + at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, now + at + 0.35);
    wave.connect(volume).connect(context.destination);
    wave.start(now + at);
    wave.stop(now + at + 0.4);
  }
}
