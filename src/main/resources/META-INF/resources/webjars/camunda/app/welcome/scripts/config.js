// Settings of the welcome page: French only, under the deployment's own name.
export default {
  app: {
    vendor: 'Compagnonnage',
    name: 'Accueil'
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
