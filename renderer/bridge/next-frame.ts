/**
 * When the next frame is about to be laid out, after its scrolling was heard: what is drawn then costs that frame no second layout.
 * At once where no frame comes.
 */
export async function nextFrame(): Promise<void> {
  if (document.hidden) return;
  const { promise, resolve } = Promise.withResolvers<number>();
  requestAnimationFrame(resolve);
  await promise;
}
