import {
  ActionIcon,
  Button,
  createTheme,
  localStorageColorSchemeManager,
  Menu,
  Modal,
  type VariantColorsResolver,
} from '@mantine/core';

const clear = '1px solid transparent';

/** The looks of a button: `filled` for the one primary act of a page, `default`, `subtle`, `light` for a link; `color="red"` where it destroys. */
const colors: VariantColorsResolver = ({ variant, color }) => {
  const danger = color === 'red';
  switch (variant) {
    case 'filled':
      return danger
        ? { background: 'var(--gh-danger)', hover: 'var(--gh-danger)', color: 'var(--gh-surface)', border: clear }
        : { background: 'var(--gh-brand)', hover: 'var(--gh-brand-hover)', color: 'var(--gh-on-brand)', border: clear };
    case 'subtle':
    case 'transparent':
      return { background: 'transparent', hover: 'var(--c-hover)', color: danger ? 'var(--gh-danger)' : 'var(--gh-ink-2)', border: clear };
    case 'light':
      return { background: 'transparent', hover: 'var(--gh-brand-soft)', color: 'var(--gh-brand)', border: clear };
    default:
      return {
        background: 'var(--gh-surface)',
        hover: danger ? 'var(--gh-danger-soft)' : 'var(--mantine-color-default-hover)',
        color: danger ? 'var(--gh-danger)' : 'var(--gh-ink)',
        border: '1px solid var(--gh-line)',
      };
  }
};

const pine = ['#eef6f2', '#dcebe4', '#b6d7c9', '#8ec2ac', '#6cb094', '#4d9b7d', '#348467', '#276f57', '#1f5c4a', '#17463a'] as const;

export const theme = createTheme({
  primaryColor: 'pine',
  colors: { pine },
  defaultRadius: 8,
  cursorType: 'pointer',
  variantColorResolver: colors,
  components: {
    Button: Button.extend({ defaultProps: { variant: 'default', size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 36 } }),
    // A menu stays while its button moves: a page that is still being laid out must not hide what was just opened.
    Menu: Menu.extend({ defaultProps: { position: 'bottom-end', offset: 6, hideDetached: false, transitionProps: { duration: 0 } } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, size: 480, padding: 0, lockScroll: false, transitionProps: { duration: 0 } },
    }),
  },
});

/** `light`, `dark` or `auto`; the shell reads the same entry before the first paint. */
export const colorScheme = localStorageColorSchemeManager({ key: 'gatehouse-theme' });
