// Loaded into the server before anything else: its clock runs from SHOTS_NOW, so that the agenda of
// the demo looks the same on every day and at every hour.
const shift = Date.parse(process.env.SHOTS_NOW ?? "") - Date.now();
const RealDate = Date;

if (!Number.isNaN(shift)) {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, made) =>
      Reflect.construct(target, args.length === 0 ? [RealDate.now() + shift] : args, made),
    get: (target, key) => (key === "now" ? () => RealDate.now() + shift : Reflect.get(target, key)),
  });
}
