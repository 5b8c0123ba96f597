// /draw: a flow table in, a picture out, all in this page.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { prepareToRead } from '../../server/intake/table/openFile.ts';
import { choose } from '../sankey/choose/choose.ts';
import { colouring, legendOf } from '../sankey/draw/colouring.ts';
import { prepareToLayOut } from '../sankey/draw/layOutAside.ts';
import { Sankey } from '../sankey/draw/Sankey.tsx';
import { Scenarios } from '../sankey/draw/Scenarios.tsx';
import { useLayout } from '../sankey/draw/useLayout.ts';
import type { LayOutOptions } from '../sankey/types.ts';
import { EXAMPLES } from './examples.ts';
import { ExportBar } from './ExportBar.tsx';
import { Gallery } from './Gallery.tsx';
import { Messages } from './Messages.tsx';
import { bytesOfFile, bytesOfText } from './bytes.ts';
import { readFlowTable } from './readFlowTable.ts';
import type { Reading } from './readFlowTable.ts';
import { readShared } from './share.ts';
import { stateOf, statesOf } from './states.ts';
import { Start } from './Start.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useFrame } from './useFrame.ts';
import { FIRST_VIEW, chooseOptionsOf, firstViewOf, sliceOf } from './view.ts';
import type { View } from './view.ts';
import { DRAW_WORDS, fill } from './words.ts';
import type { Language } from './words.ts';

export function DrawPage({ first, gallery }: { readonly first: Language; readonly gallery: boolean }) {
  const [language, setLanguage] = useState(first);
  const words = DRAW_WORDS[language];
  const [reading, setReading] = useState<Reading | null>(null);
  const [view, setView] = useState<View>(FIRST_VIEW);
  const [pasted, setPasted] = useState('');
  const [table, setTable] = useState(false);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { width, height, textScale } = useFrame(frame);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${words.title} · Flytkart`;
  }, [language, words]);
  // The parsers are loaded while the network is there: from now on nothing more is asked for.
  useEffect(() => {
    void prepareToRead();
    prepareToLayOut();
  }, []);

  const open = async (source: ReturnType<typeof bytesOfText>): Promise<void> => {
    const shared = await readShared(source);
    const next = await readFlowTable(shared === null ? source : bytesOfText(shared.name, shared.csv));
    setView(shared?.view ?? firstViewOf(next));
    setReading(next);
  };
  const openText = (name: string, text: string): void => void open(bytesOfText(name, text));
  const openFiles = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file) void open(bytesOfFile(file));
  };
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.target instanceof HTMLTextAreaElement) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (event.clipboardData?.files.length) openFiles(event.clipboardData.files);
      else if (text.includes('\n')) openText(words.pasted, text);
      else return;
      event.preventDefault();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (!typing && /^t$/i.test(event.key)) setTable((shown) => !shown);
    };
    const onDragOver = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (): void => setOver(false);
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer?.files.length) openFiles(event.dataTransfer.files);
      else openText(words.pasted, event.dataTransfer?.getData('text/plain') ?? '');
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('keydown', onKey);
    };
  }, [words]);

  const flowTable = reading?.outcome === 'table' ? reading.table : null;
  const names = useMemo(() => ({ others: words.others, elsewhere: words.elsewhere }), [words]);
  const graph = useMemo(
    () => (flowTable === null ? null : choose(flowTable.flows, sliceOf(view), chooseOptionsOf(view, names))),
    [flowTable, view, names],
  );
  const colours = useMemo(() => (graph === null ? null : colouring(graph, view.colours)), [graph, view.colours]);
  const options = useMemo((): LayOutOptions | null => {
    if (graph === null || colours === null || width === 0) return null;
    return {
      width,
      height,
      screens: view.height,
      language,
      pins: view.pins,
      order: view.order,
      textScale,
      legend: legendOf(graph, colours, language),
    };
  }, [graph, colours, width, height, view, language, textScale]);
  const scenarios = useMemo(() => {
    if (flowTable === null || view.split === 'none') return [];
    // A row without a state belongs to all of them.
    return statesOf(flowTable.flows).map((name) => {
      const flows = flowTable.flows.filter((flow) => (stateOf(flow) ?? name) === name);
      return { name, graph: choose(flows, sliceOf(view), { ...chooseOptionsOf(view, names), join: 'named' }) };
    });
  }, [flowTable, view, names]);
  const together = scenarios.length < 2;
  const layout = useLayout(together ? graph : null, options);
  const title = fill(words.pictureOf, { name: flowTable?.name ?? '' });

  return (
    <main class={over ? 'over' : undefined}>
      <header>
        <h1>{words.title}</h1>
        <p class={reading === null ? 'lead' : 'lead known'}>{words.lead}</p>
        <button
          type="button"
          class="language"
          lang={language === 'nb' ? 'en' : 'nb'}
          onClick={() => setLanguage(language === 'nb' ? 'en' : 'nb')}
        >
          {words.language}
        </button>
      </header>
      <div class="sources">
        <label class="file">
          <span>{words.choose}</span>
          <input
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.json,text/csv"
            onClick={(event) => {
              // The same file, mended, may be chosen again.
              event.currentTarget.value = '';
            }}
            onChange={(event) => openFiles(event.currentTarget.files)}
          />
        </label>
        <details>
          <summary>{words.paste}</summary>
          <textarea
            rows={5}
            aria-label={words.paste}
            placeholder={words.pasteHint}
            value={pasted}
            onInput={(event) => setPasted(event.currentTarget.value)}
            onPaste={(event) => {
              const text = event.clipboardData?.getData('text/plain') ?? '';
              if (text.includes('\n')) openText(words.pasted, text);
            }}
          />
          <button type="button" onClick={() => openText(words.pasted, pasted)}>
            {words.drawPasted}
          </button>
        </details>
        <label>
          <span>{words.example}</span>
          <select
            value=""
            onChange={(event) => {
              const example = EXAMPLES.find((one) => one.file === event.currentTarget.value);
              if (example) openText(example.file, example.csv);
            }}
          >
            <option value="">{words.pickExample}</option>
            {EXAMPLES.map((example) => (
              <option value={example.file}>{example[language]}</option>
            ))}
          </select>
        </label>
        <a href={`?gallery&lang=${language}`}>{words.gallery}</a>
      </div>
      {flowTable !== null && graph !== null && <Toolbar table={flowTable} view={view} words={words} language={language} onView={setView} />}
      {reading !== null && <Messages reading={reading} graph={graph} layout={layout} words={words} language={language} />}
      {flowTable !== null && <p class="printed">{flowTable.name}</p>}
      <div class="picture" ref={frame}>
        {graph !== null && graph.links.length === 0 && <p>{words.empty}</p>}
        {together && graph !== null && graph.links.length > 0 && layout === null && <p role="status">{words.working}</p>}
        {!together && colours !== null && options !== null && view.split !== 'none' && (
          <Scenarios scenarios={scenarios} options={options} colours={colours} title={title} language={language} show={view.split} />
        )}
        {layout !== null && colours !== null && graph !== null && graph.links.length > 0 && (
          <Sankey
            layout={layout}
            title={title}
            language={language}
            colours={colours}
            table={table}
            onTable={setTable}
            onOpen={(id, what) => {
              if (what === 'node') setView({ ...view, node: view.node === id ? '' : id });
            }}
            onPin={(id, column, place) => setView({ ...view, pins: { ...view.pins, [id]: { column, place } } })}
          />
        )}
      </div>
      {layout !== null && flowTable !== null && <ExportBar frame={frame} layout={layout} table={flowTable} view={view} words={words} />}
      {!gallery && reading === null && <Start language={language} words={words} onOpen={openText} />}
      {gallery && reading === null && <Gallery language={language} width={width} textScale={textScale} onOpen={openText} />}
    </main>
  );
}
