// The threshold slider: asks the server for the counts at each stop. Without it the form's button does the same.
for (const form of document.querySelectorAll("form.what-if")) {
  const slider = form.querySelector("input[type=range]");
  const number = form.querySelector("input[type=number]");
  const out = document.getElementById("what-if-counts");
  let running = false;
  let wanted = null;
  const ask = async () => {
    if (running) {
      wanted = true;
      return;
    }
    running = true;
    const query = new URLSearchParams({ rule: form.elements.rule.value, value: number.value });
    const answer = await fetch("what-if.json?" + query);
    if (answer.ok) {
      const counts = await answer.json();
      for (const [id, value] of Object.entries(counts)) {
        const cell = document.getElementById("count-" + id);
        if (cell) {
          cell.textContent = value.toLocaleString("en");
        }
      }
      out.dataset.value = number.value;
    }
    running = false;
    if (wanted) {
      wanted = null;
      ask();
    }
  };
  slider.addEventListener("input", () => {
    number.value = slider.value;
    ask();
  });
  number.addEventListener("change", () => {
    slider.value = number.value;
    ask();
  });
}
