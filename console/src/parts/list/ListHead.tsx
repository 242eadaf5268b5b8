import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import type { ReactNode } from 'react';
import { useGo } from '@/app/tenant';
import type { Icon } from '@/app/feature';

interface Add {
  children: ReactNode;
  icon?: Icon;
  /** Not the one primary act of its page. */
  plain?: boolean;
  /** Where it leads below the tenant, or what it does. */
  to?: string;
  onClick?: () => void;
}

/** The act that adds one to a list. */
export function AddButton({ children, icon: Icon = IconPlus, plain, to, onClick }: Add) {
  const go = useGo();
  return (
    <Button variant={plain ? 'default' : 'filled'} leftSection={<Icon size={18} stroke={1.75} aria-hidden />} onClick={onClick ?? (() => go(to ?? ''))}>
      {children}
    </Button>
  );
}

/** What a list inside of a page is, its search, and its act. */
export function ListHead({ lead, children }: { lead: string; children?: ReactNode }) {
  return (
    <div className="tools">
      <p className="sub grow">{lead}</p>
      {children}
    </div>
  );
}
