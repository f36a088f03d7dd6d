/** Copy an address; what to tell the reader of it. */
export async function copied(address) {
  try {
    await navigator.clipboard.writeText(address);
    return "Collegamento copiato.";
  } catch {
    return `Il browser non lascia copiare: il collegamento è ${address}`;
  }
}
