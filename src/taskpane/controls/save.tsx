import { useEffect, useRef, useState } from "preact/hooks";

interface SaveProps {
  name: string;
  bytes: Uint8Array;
  /** saves it as soon as it is there: the user has just asked for it */
  atOnce?: boolean;
}

/** A file made here, to be saved where the browser saves files. */
export function Save({ name, bytes, atOnce = false }: SaveProps) {
  const [url, setUrl] = useState("");
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  useEffect(() => {
    if (atOnce && url !== "") link.current?.click();
  }, [url]);
  return (
    <a ref={link} href={url} download={name}>
      {name}
    </a>
  );
}
