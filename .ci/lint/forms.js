// Lints forms/**/*.form with the rules of the Camunda modeler for the platform that each form names.
import { readdirSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

// The linter is published as ES modules whose imports lack their extension: a bundler would add it, here a hook does.
register('data:text/javascript,' + encodeURIComponent(`
  export const resolve = (specifier, context, next) => next(specifier, context).catch((cause) =>
    specifier.startsWith('.') ? next(specifier + '.js', context) : Promise.reject(cause));
`));

const { FormLinter } = await import('@camunda/form-linting');

const root = fileURLToPath(new URL('../../forms/', import.meta.url));
const forms = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.form')).sort();
let problems = 0;

for (const name of forms) {
  const form = JSON.parse(readFileSync(root + name, 'utf8'));
  // The linter knows the platform up to 7.22, whose form-js is 7.24's (1.8.7); of a later one it says nothing.
  const reports = [ ...new FormLinter().lint({ ...form, executionPlatformVersion: '7.22.0' }) ];

  if (form.executionPlatform !== 'Camunda Platform' || form.executionPlatformVersion !== '7.24.0') {
    reports.push({ id: form.id, message: 'The form does not name Camunda Platform 7.24.0, so it cannot be checked' });
  }
  for (const report of reports) {
    problems++;
    console.error(`forms/${name}: ${report.id}: ${report.message}`);
  }
}

console.log(`${forms.length} forms, ${problems} problems`);
process.exitCode = forms.length && !problems ? 0 : 1;
