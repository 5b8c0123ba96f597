// Starts /draw: a page that works alone, asks nobody for anything and stores nothing.
import { render } from 'preact';
import '../styles/draw.css';
import { DrawPage } from './DrawPage.tsx';
import { firstLanguage } from './words.ts';

const place = document.getElementById('draw');
if (place) render(<DrawPage first={firstLanguage()} gallery={new URLSearchParams(location.search).has('gallery')} />, place);
