import type { Guide } from '../guide';

const vue: Guide = {
  needs: 'Vue 3',
  minutes: 8,
  steps: [
    { kind: 'install', snippets: [{ file: 'Terminal', language: 'shell', text: 'npm install @logto/vue vue-router\n' }] },
    {
      kind: 'configure',
      snippets: [
        {
          file: 'src/main.ts',
          language: 'javascript',
          text: `import { createLogto } from '@logto/vue';
import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import App from './App.vue';
import Callback from './Callback.vue';
import Home from './Home.vue';

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: Home },
    { path: '/callback', component: Callback },
  ],
});

createApp(App)
  .use(createLogto, { endpoint: '{{endpoint}}', appId: '{{appId}}' })
  .use(router)
  .mount('#app');
`,
        },
      ],
    },
    { kind: 'uris' },
    {
      kind: 'routes',
      snippets: [
        {
          file: 'src/Callback.vue',
          language: 'html',
          text: `<script setup lang="ts">
import { useHandleSignInCallback } from '@logto/vue';
import { useRouter } from 'vue-router';

const router = useRouter();
const { error } = useHandleSignInCallback(() => router.push('/'));
</script>

<template>
  <p v-if="error">Sign-in did not work: {{ error.message }}</p>
</template>
`,
        },
        {
          file: 'src/Home.vue',
          language: 'html',
          text: `<script setup lang="ts">
import { useLogto } from '@logto/vue';

const { isAuthenticated, signIn, signOut } = useLogto();
</script>

<template>
  <button v-if="isAuthenticated" @click="signOut('{{signOutUri}}')">Sign out</button>
  <button v-else @click="signIn('{{redirectUri}}')">Sign in</button>
</template>
`,
        },
      ],
    },
    { kind: 'try', snippets: [{ file: 'Terminal', language: 'shell', text: 'npm run dev\n' }] },
  ],
};

export default vue;
