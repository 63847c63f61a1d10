/** A page with nothing in it: what Next itself sends to a browser. */
export default function Empty() {
  return null;
}
