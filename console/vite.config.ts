/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.ADMIN_PROXY ?? 'http://localhost:3002';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    manifest: 'manifest.json',
  },
  server: {
    // The guides show the files of ../samples, the handbook is ../docs/guide.
    fs: { allow: ['.', '../samples', '../docs/guide'] },
    port: Number(process.env.CONSOLE_PORT ?? 5173),
    proxy: Object.fromEntries(
      ['/api', '/oidc', '/sign-in', '/register', '/consent', '/language', '/assets'].map((path) => [path, server]),
    ),
  },
  test: { environment: 'happy-dom', setupFiles: ['src/test-setup.ts'] },
});
