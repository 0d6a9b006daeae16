/* Lets Stripe ask for a card on a member's page: what she types goes to Stripe alone. */
"use strict";

const form = document.querySelector("[data-card]");
const complaint = form.querySelector("[role=alert]");
const button = form.querySelector("button");
const stripe = Stripe(form.dataset.key);
const elements = stripe.elements({ locale: document.documentElement.lang });
const card = elements.create("card", { hidePostalCode: true });

async function pay(event) {
  event.preventDefault();
  button.disabled = true;
  complaint.hidden = true;
  const confirm = "setup" in form.dataset ? "confirmCardSetup" : "confirmCardPayment";
  const answer = await stripe[confirm](form.dataset.secret, { payment_method: { card } });
  if (answer.error) {
    complaint.textContent = answer.error.message;
    complaint.hidden = false;
    button.disabled = false;
  } else {
    location.replace(location.pathname + location.search);
  }
}

card.mount("#card");
form.hidden = false;
form.addEventListener("submit", pay);
