// Starts the application in the page.
import { render } from 'preact';
import { App } from './App.tsx';
import './styles/app.css';

const place = document.getElementById('app');
if (place) render(<App />, place);
