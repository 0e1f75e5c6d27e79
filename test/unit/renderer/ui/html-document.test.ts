import { describe, expect, it } from 'vitest';
import { previewDocument } from '../../../../renderer/ui/exchange/html-document.ts';

const EVIL = `<!doctype html><html><head>
  <base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
  <link rel="stylesheet" href="https://evil.example/s.css"><style>@import url(https://evil.example/i.css); p { background: url("https://evil.example/b.png"); color: red } </sty<!---->le></style>
  <script>parent.hacked = 1</script></head>
  <body background="https://evil.example/bg" onload="parent.hacked = 2" style="background: url(https://evil.example/x)}*{color:red">
  <p style="color: green" onclick="hacked()">Hello</p>
  <img src="https://evil.example/i.png" srcset="https://evil.example/i2.png 2x" onerror="parent.hacked = 3">
  <img src="data:image/png;base64,AAAA"><img src="data:image/svg+xml,<svg onload=alert(1)>">
  <a href="https://evil.example/" ping="https://evil.example/ping" target="_top">link</a>
  <form action="https://evil.example/"><button formaction="https://evil.example/">Send</button></form>
  <iframe src="https://evil.example/" srcdoc="<script>1</script>"></iframe><object data="https://evil.example/"></object>
  <embed src="https://evil.example/"><video poster="https://evil.example/"></video>
  <svg><script>parent.hacked = 4</script><image href="https://evil.example/"/><use xlink:href="https://evil.example/#a"/><a xlink:href="javascript:1"><text>t</text></a></svg>
  <template><img src="https://evil.example/t"></template></body></html>`;

describe('the document of a preview', () => {
  const page = previewDocument(EVIL, 'n0nce');

  it('keeps text and inline images, and nothing that reaches out or runs', () => {
    expect(page).toContain('Hello');
    expect(page).toContain('data:image/png;base64,AAAA');
    expect(page).not.toContain('evil.example');
    expect(page).not.toMatch(
      /<script|<iframe|<object|<embed|<base|<link|<template|javascript:|onload|onerror|onclick/i,
    );
    expect(page.match(/<meta[^>]*>/g)).toHaveLength(2);
  });

  it('allows its styles and inline images by a policy of its own, which comes first', () => {
    const parsed = new DOMParser().parseFromString(page, 'text/html');
    const policy = parsed.head.querySelector('meta[http-equiv]')?.getAttribute('content');
    expect(policy).toBe(
      "default-src 'none'; img-src data:; style-src 'nonce-n0nce'; form-action 'none'; base-uri 'none'",
    );
    const [style, ...others] = parsed.querySelectorAll('style');
    expect(others).toEqual([]);
    expect(style?.getAttribute('nonce')).toBe('n0nce');
    expect(style?.textContent).toContain('color: green');
    expect(style?.textContent).not.toContain('@import');
    expect(parsed.querySelector('[style]')).toBeNull();
  });

  it('has no style at all where there is no nonce, and stands nonsense', () => {
    expect(previewDocument('<style>p{}</style><p style="x">a', null)).not.toContain('<style');
    expect(previewDocument('', 'n')).toContain('<body></body>');
  });
});
