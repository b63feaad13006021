// Settings of Tasklist: French only, under the deployment's own name.
export default {
  app: {
    vendor: 'Compagnonnage',
    name: 'Tâches'
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
    ngDeps: ['compagnonnage', 'compagnonnage.formulaires']
  },
  customScripts: ['../commun/francais', 'scripts/formulaires', 'scripts/etat-tache', 'scripts/documents'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'prendre la tâche sélectionnée'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'aller au premier filtre de la liste'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'aller à la première tâche de la liste'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'aller au premier champ du formulaire'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'démarrer un processus'
    }
  }
};
