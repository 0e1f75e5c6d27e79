import { useEffect, useEffectEvent, useState } from 'react';

const DIALOG = '[role="dialog"], [role="alertdialog"]';
/** Where a text is dropped into a text. */
const WRITABLE = 'input, textarea, [contenteditable="true"], [role="textbox"]';
/** A field that takes files itself. */
const TAKES_FILES = '[data-takes-files]';

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

/** Whether what is dragged is to be imported: files, or a text beside the fields; never while a dialog asks something. */
function isToImport({ dataTransfer, target }: DragEvent): boolean {
  if (dataTransfer === null || document.querySelector(DIALOG) !== null) return false;
  if (dataTransfer.types.includes('Files')) return !isWithin(target, TAKES_FILES);
  return dataTransfer.types.includes('text/plain') && !isWithin(target, WRITABLE);
}

/** Answers whether something to import is over the window now, and calls `onDrop` when it was dropped. What it is, this page never reads. */
export function useDropImport(onDrop: () => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const dropped = useEffectEvent(onDrop);
  useEffect(() => {
    // What is dragged within the window is a row of it, or a text.
    let isOwn = false;
    const take = (event: DragEvent): boolean => {
      const takes = !isOwn && isToImport(event);
      if (takes) {
        event.preventDefault();
        event.stopPropagation();
      }
      return takes;
    };
    const listeners = {
      dragstart: () => {
        isOwn = true;
      },
      dragend: () => {
        isOwn = false;
      },
      // An element that went while it was dragged tells no end, and a drag is over when a button is pressed anew.
      pointerdown: () => {
        isOwn = false;
        setIsOver(false);
      },
      dragenter: (event: DragEvent) => {
        setIsOver(take(event));
      },
      dragover: (event: DragEvent) => {
        const takes = take(event);
        setIsOver(takes);
        if (takes && event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      },
      dragleave: (event: DragEvent) => {
        if (event.relatedTarget === null) setIsOver(false);
      },
      drop: (event: DragEvent) => {
        setIsOver(false);
        if (take(event)) dropped();
      },
    };
    const controller = new AbortController();
    const options = { capture: true, signal: controller.signal };
    document.addEventListener('pointerdown', listeners.pointerdown, options);
    document.addEventListener('dragstart', listeners.dragstart, options);
    document.addEventListener('dragend', listeners.dragend, options);
    document.addEventListener('dragenter', listeners.dragenter, options);
    document.addEventListener('dragover', listeners.dragover, options);
    document.addEventListener('dragleave', listeners.dragleave, options);
    document.addEventListener('drop', listeners.drop, options);
    return () => {
      controller.abort();
    };
  }, []);
  return isOver;
}
