import { render } from 'preact';
import { App } from './App.tsx';

const root = document.querySelector('#desk');
if (root) {
  root.textContent = '';
  render(<App />, root);
}
