/** An address to write to; nothing where there is none. */
export function MailTo({ label, address }: { label: string; address: string }) {
  if (address === "") return null;
  return (
    <p>
      {label} <a href={`mailto:${address}`}>{address}</a>
    </p>
  );
}
