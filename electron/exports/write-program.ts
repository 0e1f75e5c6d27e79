import { inCSharp, inGo, inJava, inJavaScript, inPhp, inPython, inRuby } from './string-literals.ts';
import { joinRepeated, type SnippetRequest, type SnippetText } from './snippet-text.ts';

interface Language {
  readonly literal: (text: string) => string;
  readonly read: (variable: string) => string;
  readonly join: string;
}

/** How a text of the request is written as an expression. */
function expressionIn({ literal, read, join }: Language): (text: SnippetText) => string {
  return (text) =>
    text.length === 0
      ? literal('')
      : text.map((piece) => (piece.kind === 'text' ? literal(piece.text) : read(piece.variable))).join(join);
}

function readsVariables({ headers, body }: SnippetRequest): boolean {
  return [...headers.map(({ value }) => value), body ?? []].flat().some(({ kind }) => kind === 'variable');
}

const javaScript = expressionIn({
  literal: inJavaScript,
  read: (variable) => `process.env.${variable}`,
  join: ' + ',
});

export function fetchCall({ method, url, headers, body }: SnippetRequest): string {
  return [
    `const response = await fetch(${inJavaScript(url)}, {`,
    `  method: ${inJavaScript(method)},`,
    `  headers: [`,
    ...headers.map(({ name, value }) => `    [${inJavaScript(name)}, ${javaScript(value)}],`),
    `  ],`,
    ...(body === null ? [] : [`  body: ${javaScript(body)},`]),
    `});`,
    `console.log(response.status, await response.text());`,
  ].join('\n');
}

export function axios({ method, url, headers, body }: SnippetRequest): string {
  return [
    `const { default: axios } = await import("axios");`,
    ``,
    `const response = await axios.request({`,
    `  method: ${inJavaScript(method)},`,
    `  url: ${inJavaScript(url)},`,
    `  headers: {`,
    // In brackets a name is nothing but a name, `__proto__` too.
    ...joinRepeated(headers).map(({ name, value }) => `    [${inJavaScript(name)}]: ${javaScript(value)},`),
    `  },`,
    // axios would write a text anew as JSON.
    ...(body === null ? [] : [`  data: Buffer.from(${javaScript(body)}),`]),
    `});`,
    `console.log(response.status, response.data);`,
  ].join('\n');
}

export function python(request: SnippetRequest): string {
  const { method, url, headers, body } = request;
  const text = expressionIn({
    literal: inPython,
    read: (variable) => `os.environ["${variable}"]`,
    join: ' + ',
  });
  return [
    ...(readsVariables(request) ? ['import os'] : []),
    `import requests`,
    ``,
    `response = requests.request(`,
    `    ${inPython(method)},`,
    `    ${inPython(url)},`,
    `    headers={`,
    ...joinRepeated(headers).map(({ name, value }) => `        ${inPython(name)}: ${text(value)},`),
    `    },`,
    ...(body === null ? [] : [`    data=(${text(body)}).encode("utf-8"),`]),
    `)`,
    `print(response.status_code, response.text)`,
  ].join('\n');
}

export function go(request: SnippetRequest): string {
  const { method, url, headers, body } = request;
  const text = expressionIn({ literal: inGo, read: (variable) => `os.Getenv("${variable}")`, join: ' + ' });
  const imports = [
    'fmt',
    'io',
    'net/http',
    ...(readsVariables(request) ? ['os'] : []),
    ...(body === null ? [] : ['strings']),
  ];
  return [
    `package main`,
    ``,
    `import (`,
    ...imports.map((name) => `\t"${name}"`),
    `)`,
    ``,
    `func main() {`,
    `\trequest, err := http.NewRequest(${inGo(method)}, ${inGo(url)}, ${body === null ? 'nil' : `strings.NewReader(${text(body)})`})`,
    `\tif err != nil {`,
    `\t\tpanic(err)`,
    `\t}`,
    ...headers.map(({ name, value }) => `\trequest.Header.Add(${inGo(name)}, ${text(value)})`),
    `\tresponse, err := http.DefaultClient.Do(request)`,
    `\tif err != nil {`,
    `\t\tpanic(err)`,
    `\t}`,
    `\tdefer response.Body.Close()`,
    `\tbody, err := io.ReadAll(response.Body)`,
    `\tif err != nil {`,
    `\t\tpanic(err)`,
    `\t}`,
    `\tfmt.Println(response.Status, string(body))`,
    `}`,
  ].join('\n');
}

export function java({ method, url, headers, body }: SnippetRequest): string {
  const text = expressionIn({
    literal: inJava,
    read: (variable) => `System.getenv("${variable}")`,
    join: ' + ',
  });
  const publisher = body === null ? 'noBody()' : `ofString(${text(body)})`;
  return [
    `import java.net.URI;`,
    `import java.net.http.HttpClient;`,
    `import java.net.http.HttpRequest;`,
    `import java.net.http.HttpResponse;`,
    ``,
    `public class Main {`,
    `    public static void main(String[] args) throws Exception {`,
    `        HttpRequest request = HttpRequest.newBuilder(URI.create(${inJava(url)}))`,
    `            .method(${inJava(method)}, HttpRequest.BodyPublishers.${publisher})`,
    ...headers.map(({ name, value }) => `            .header(${inJava(name)}, ${text(value)})`),
    `            .build();`,
    `        HttpResponse<String> response = HttpClient.newHttpClient()`,
    `            .send(request, HttpResponse.BodyHandlers.ofString());`,
    `        System.out.println(response.statusCode() + " " + response.body());`,
    `    }`,
    `}`,
  ].join('\n');
}

/** Headers that .NET keeps with the content. */
const CONTENT_HEADER = /^(?:allow|content-.*|expires|last-modified)$/i;

export function csharp({ method, url, headers, body }: SnippetRequest): string {
  const text = expressionIn({
    literal: inCSharp,
    read: (variable) => `Environment.GetEnvironmentVariable("${variable}")`,
    join: ' + ',
  });
  const hasContent = body !== null || headers.some(({ name }) => CONTENT_HEADER.test(name));
  return [
    `using System;`,
    `using System.Net.Http;`,
    `using System.Text;`,
    ``,
    `using var client = new HttpClient();`,
    `using var request = new HttpRequestMessage(new HttpMethod(${inCSharp(method)}), ${inCSharp(url)});`,
    ...(hasContent
      ? [`request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(${text(body ?? [])}));`]
      : []),
    ...headers.map(
      ({ name, value }) =>
        `request.${CONTENT_HEADER.test(name) ? 'Content.Headers' : 'Headers'}.TryAddWithoutValidation(${inCSharp(name)}, ${text(value)});`,
    ),
    `using var response = await client.SendAsync(request);`,
    `Console.WriteLine((int)response.StatusCode + " " + await response.Content.ReadAsStringAsync());`,
  ].join('\n');
}

export function php({ method, url, headers, body }: SnippetRequest): string {
  const text = expressionIn({ literal: inPhp, read: (variable) => `getenv('${variable}')`, join: ' . ' });
  return [
    `<?php`,
    `require 'vendor/autoload.php';`,
    ``,
    `$client = new \\GuzzleHttp\\Client();`,
    `$response = $client->request(${inPhp(method)}, ${inPhp(url)}, [`,
    `    'headers' => [`,
    ...joinRepeated(headers).map(({ name, value }) => `        ${inPhp(name)} => ${text(value)},`),
    `    ],`,
    ...(body === null ? [] : [`    'body' => ${text(body)},`]),
    `]);`,
    `echo $response->getStatusCode(), ' ', $response->getBody();`,
  ].join('\n');
}

export function ruby({ method, url, headers, body }: SnippetRequest): string {
  const text = expressionIn({ literal: inRuby, read: (variable) => `ENV['${variable}']`, join: ' + ' });
  return [
    `require 'net/http'`,
    ``,
    `uri = URI(${inRuby(url)})`,
    `request = Net::HTTPGenericRequest.new(${inRuby(method)}, ${String(body !== null)}, ${String(method !== 'HEAD')}, uri)`,
    ...joinRepeated(headers).map(({ name, value }) => `request[${inRuby(name)}] = ${text(value)}`),
    ...(body === null ? [] : [`request.body = ${text(body)}`]),
    `response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == 'https') { |http| http.request(request) }`,
    `puts response.code, response.body`,
  ].join('\n');
}
