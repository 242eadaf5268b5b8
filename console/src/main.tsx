import './look/tokens.css';
import './look/mantine.css';
import './look/base.css';
import './look/frame.css';
import './look/parts.css';
import './look/lists.css';
import './look/details.css';
import './look/overlays.css';
import './look/narrow.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { startLanguage } from './app/language/language';
import { queries } from './app/queries';
import { router } from './app/routes';
import { colorScheme, theme } from './app/theme';
import { Toasts } from './parts/Toasts';

await startLanguage();

createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} colorSchemeManager={colorScheme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false} deduplicateCssVariables={false}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
