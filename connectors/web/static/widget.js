// The one script tag: adds <refdesk-chat> to the page, from wherever this file was served.
(() => {
  const own = document.currentScript;
  const base = new URL(".", own.src).href;
  import(new URL("static/widget/chat.js", base)).then(({ RefdeskChat }) => {
    if (!customElements.get("refdesk-chat")) customElements.define("refdesk-chat", RefdeskChat);
    if (document.querySelector("refdesk-chat")) return;
    const chat = document.createElement("refdesk-chat");
    chat.setAttribute("base", base);
    if (own.dataset.language) chat.setAttribute("language", own.dataset.language);
    document.body.append(chat);
  });
})();
