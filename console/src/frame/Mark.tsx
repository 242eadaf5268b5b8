/** The arch with its keyhole. */
export function Mark({ className = 'mark' }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 32 32" aria-hidden="true">
      <path className="a" d="M4 30V15C4 8.4 9.4 3 16 3s12 5.4 12 12v15h-7V15.5a5 5 0 0 0-10 0V30z" />
      <circle className="b" cx="16" cy="15.5" r="2" />
      <path className="b" d="M15 17h2l1 6h-4z" />
    </svg>
  );
}
