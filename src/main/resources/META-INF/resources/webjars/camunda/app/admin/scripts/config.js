// Settings of Admin: French only, under the deployment's own name.
export default {
  app: {
    vendor: 'Compagnonnage',
    name: 'Administration'
  },
  locales: {
    availableLocales: ['fr'],
    fallbackLocale: 'fr'
  },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'L LT',
    normal: 'L [à] LT',
    long: 'dddd L [à] LT',
    short: 'L'
  },
  disableWelcomeMessage: true,
  requireJsConfig: {
    ngDeps: ['compagnonnage']
  },
  customScripts: ['../commun/francais']
};
