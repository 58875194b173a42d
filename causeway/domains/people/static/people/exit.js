// Leave quickly: replace this page, so that “back” does not return to it. Pressing Escape three times does the same.
// Without this script the link works as any link.
(() => {
  const link = document.querySelector("[data-exit]");
  if (!link) return;
  const leave = () => {
    document.documentElement.hidden = true;
    window.location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let presses = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    presses = [...presses.slice(-2), event.timeStamp];
    if (presses.length === 3 && presses[2] - presses[0] < 5000) leave();
  });
})();
