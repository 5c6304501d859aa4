import { useEffect, useRef } from 'preact/hooks'
import { t } from '../i18n.ts'
import { openNode } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { Marked } from './marked.tsx'

/** A whole article with its mentions as buttons and the quoted clause marked and scrolled to. */
export function Reader({ app }: { app: App }) {
  const at = app.state.value.article
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    body.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [at?.id, at?.start])
  const article = at && app.model.articles.get(at.id)
  if (!at || !article) return null
  const { text } = article
  return (
    <article class="reader">
      <button type="button" class="link back" onClick={() => app.act({ article: null })}>
        ← {t('back')}
      </button>
      <h3>{article.title ?? t('untitled')}</h3>
      <p class="reader-meta">
        <time>{article.date ?? t('undated')}</time>
        {article.bylines.map(byline => ` · ${byline.role} ${byline.name}`)}
        <br />
        <span class="reader-source">{article.source}</span>
      </p>
      <div class="reader-text" ref={body}>
        {text === null ? (
          <p>{t('noText')}</p>
        ) : (
          article.blocks.map(paragraph => (
            <p key={paragraph.start} class={paragraph.role}>
              <Marked
                text={text}
                window={paragraph}
                span={at.end > at.start ? at : null}
                mentions={article.mentions}
                nodeOf={key => app.model.node.get(key)}
                onPick={key => openNode(app, key)}
              />
            </p>
          ))
        )}
      </div>
    </article>
  )
}
