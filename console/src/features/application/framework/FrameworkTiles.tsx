import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { favourites, frameworkOf } from './frameworks';
import { Logo } from './Logo';

/** The frameworks that most people begin with, each a way into the gallery. */
export function FrameworkTiles({ children }: { children?: ReactNode }) {
  const path = useTenantPath();
  return (
    <div className="tiles">
      {favourites.map((id) => {
        const framework = frameworkOf(id);
        return (
          framework && (
            <Link key={id} className="tile" to={path(`applications/create?framework=${id}`)}>
              <Logo framework={framework} />
              <span>
                {framework.name}
                <small>{framework.note}</small>
              </span>
            </Link>
          )
        );
      })}
      {children}
    </div>
  );
}
