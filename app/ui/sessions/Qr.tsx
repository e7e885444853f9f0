/** A QR code, dark on light whatever the colours of the page: cameras read nothing else. */
export function Qr({ code, label }: { code: { readonly size: number; readonly path: string }; label: string }) {
  const { size, path } = code;
  return (
    <svg viewBox={`-3 -3 ${size + 6} ${size + 6}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect x={-3} y={-3} width={size + 6} height={size + 6} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
