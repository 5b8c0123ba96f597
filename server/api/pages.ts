// The browser part: built files, /draw as its own page, and the application at every other address a person may type.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import type { Express, Response } from 'express';
import { AppError } from '../domain/errors.ts';

/** Built scripts and styles carry a hash in their name and never change; pages are asked for anew. */
const DAY = 86_400_000;

export function mountPages(app: Express, folder: string): void {
  const page = (name: string, response: Response): void => {
    const path = join(folder, name);
    if (!existsSync(path)) throw new AppError('page.notBuilt');
    response.set('cache-control', 'no-cache').sendFile(path, { dotfiles: 'allow' });
  };
  app.get('/draw', (_request, response) => page('draw.html', response));
  app.get('/', (_request, response) => page('index.html', response));
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: 365 * DAY, index: false, fallthrough: true }));
  app.use(express.static(folder, { index: false, maxAge: 0 }));
  // Addresses of the application have no dot in them; a missing file stays a 404.
  app.get(/^\/[^.]*$/, (_request, response) => page('index.html', response));
}
