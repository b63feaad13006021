// What the web applications keep in English outside their locale files, put into French,
// and names for the buttons that only show an icon.

import {JOURS, JOURS_ABREGES, MOIS, MOIS_ABREGES} from './calendrier.js';

const application = document.querySelector('base').getAttribute('app-name');

document.documentElement.lang = 'fr';

// config.js adds this module to the application (requireJsConfig.ngDeps).
window.angular
  .module('compagnonnage', [])
  .config([
    '$injector',
    $injector => {
      // Cockpit sets its own date format and ignores the one of config.js.
      if (application === 'cockpit' && $injector.has('camDateFormatProvider')) {
        const formats = $injector.get('camDateFormatProvider');
        formats.setDateFormat('DD/MM/YYYY HH:mm:ss', 'normal');
        formats.setDateFormat('DD/MM/YYYY HH:mm:ss', 'long');
        formats.setDateFormat('DD/MM/YYYY', 'short');
      }
    }
  ])
  .run([
    '$locale',
    $locale => {
      // AngularJS formats (date pickers, numbers) are American English as shipped.
      Object.assign($locale.DATETIME_FORMATS, {
        MONTH: MOIS,
        STANDALONEMONTH: MOIS,
        SHORTMONTH: MOIS_ABREGES,
        DAY: JOURS,
        SHORTDAY: JOURS_ABREGES,
        FIRSTDAYOFWEEK: 0,
        fullDate: 'EEEE d MMMM y',
        longDate: 'd MMMM y',
        medium: 'd MMM y HH:mm:ss',
        mediumDate: 'd MMM y',
        mediumTime: 'HH:mm:ss',
        short: 'dd/MM/y HH:mm',
        shortDate: 'dd/MM/y',
        shortTime: 'HH:mm'
      });
      Object.assign($locale.NUMBER_FORMATS, {DECIMAL_SEP: ',', GROUP_SEP: '\u202f'});
      $locale.id = 'fr-fr';
    }
  ])
  .run([
    '$injector',
    $injector => {
      // A date where the stock pages say « dans 9 jours »; the hour stays in the tooltip.
      if ($injector.has('amTimeAgoConfig')) {
        Object.assign($injector.get('amTimeAgoConfig'), {
          fullDateThreshold: Number.NEGATIVE_INFINITY,
          fullDateFormat: 'DD/MM/YYYY'
        });
      }
    }
  ]);

const MOTS = {
  Admin: 'Administration',
  Welcome: 'Accueil',
  Tasklist: 'Tâches',
  Close: 'Fermer',
  previous: 'Précédent',
  next: 'Suivant',
  CAM_WIDGET_HEADER_TOGGLE_NAVIGATION: 'Afficher ou masquer la navigation',
  State: 'État',
  null: 'vide',
  'Failed Job': 'Échec',
  'Failed External Task': 'Échec externe',
  'Toggle this section': 'Afficher ou masquer cette section',
  'Suspended Job Definition': 'Définition de tâche de fond suspendue',
  'Message is null.': 'Aucun message.',
  'Loading diagram': 'Chargement du diagramme',
  'Invalid Date Value.': 'Date impossible.',
  'This feature is unsupported in your Browser.': 'Votre navigateur ne permet pas cette action.',
  'Select all': 'Tout sélectionner',
  'Unselect all': 'Tout désélectionner',
  'reset zoom': 'Rétablir le zoom',
  'zoom in': 'Agrandir',
  'zoom out': 'Réduire',
  'Powered by bpmn.io': 'Diagramme affiché par bpmn.io',
  Jonny: 'Camille',
  Prosciutto: 'Martin',
  'j.prosciutto@acme.org': 'prenom.nom@exemple.fr',
  'task.assignee': 'Attribuée à',
  varName: 'nomDeVariable'
};

// What the engine answers, shown below the title of a notification.
const REPONSES = [
  [/is already claimed by someone else/, 'Elle est déjà prise par quelqu’un d’autre.'],
  [/was updated by another transaction/, 'Quelqu’un d’autre l’a modifiée au même moment.']
];

// Elements whose whole text, or one of whose attributes, may be one of those words.
const TEXTES = [
  '.app-switch .dropdown-menu a',
  '.sr-only',
  '.null-value',
  '.incidents-tab td',
  '.incidents-tab td *',
  'table.cam-table th',
  'table.cam-table th *',
  '.tooltip-inner',
  '.alert .message',
  '.loader',
  '[cam-select-all]',
  '.btn-link'
].join(',');
const PORTEURS = '[title],input[placeholder],[uib-tooltip]';
const ATTRIBUTS = ['title', 'placeholder', 'uib-tooltip'];

// Buttons and links that show an icon only and say nothing to a screen reader.
const NOMS = {
  '.app-switch > a': 'Changer d’application',
  'button[data-region="filters"]': 'Replier ou déplier les filtres',
  'button[data-region="list"]': 'Replier ou déplier la liste des tâches',
  'button[data-region="task"]': 'Replier ou déplier la tâche',
  'button.maximize': 'Agrandir la tâche',
  'button.reset-regions': 'Rétablir les colonnes',
  '.collapse-tabs, .maximize-diagram, .collapse-sidebar, .restore-sidebar':
    'Agrandir ou réduire ce volet',
  '.section-toggle': 'Afficher ou masquer cette section',
  '.sort-direction': 'Changer l’ordre du tri',
  '.new-sort > .dropdown-toggle': 'Ajouter un tri',
  'a[ng-click="openModal($event, filter)"]': 'Modifier le filtre',
  '[cam-widget-search] .dropdown-toggle': 'Recherches enregistrées',
  'a.instance-link': 'Voir l’instance dans Cockpit',
  '.call-activity-overlay .bjs-drilldown': 'Voir le processus appelé',
  'a[state-circle]': 'Voir l’instance et ses incidents',
  'input.toggle[type="radio"]': 'Statistiques des instances d’étape',
  '.modal #preserveDueDate': 'Conserver l’échéance',
  '.modal #dueDate': 'Définir l’échéance'
};

function traduire(racine) {
  for (const element of racine.querySelectorAll(TEXTES)) {
    for (const noeud of element.childNodes) {
      if (noeud.nodeType === Node.TEXT_NODE) {
        const mot = noeud.data.trim();
        if (Object.hasOwn(MOTS, mot)) {
          noeud.data = noeud.data.replace(mot, MOTS[mot]);
        }
      }
    }
  }
  for (const element of racine.querySelectorAll('.modal-header h3')) {
    for (const noeud of element.childNodes) {
      if (noeud.nodeType === Node.TEXT_NODE && /\S: /.test(noeud.data)) {
        noeud.data = noeud.data.replace(/(\S): /, '$1\u00a0: ');
      }
    }
  }
  for (const element of racine.querySelectorAll('[notifications-panel] .message')) {
    const reponse = REPONSES.find(([anglais]) => anglais.test(element.textContent));
    if (reponse) {
      element.textContent = reponse[1];
    }
  }
  for (const element of racine.querySelectorAll(PORTEURS)) {
    for (const attribut of ATTRIBUTS) {
      const mot = element.getAttribute(attribut);
      if (mot && Object.hasOwn(MOTS, mot)) {
        element.setAttribute(attribut, MOTS[mot]);
      }
    }
  }
}

function nommer(racine) {
  const muets = 'a:not([aria-label]),button:not([aria-label])';
  for (const [selecteur, nom] of Object.entries(NOMS)) {
    for (const element of racine.querySelectorAll(selecteur)) {
      if (!element.hasAttribute('aria-label')) {
        element.setAttribute('aria-label', nom);
      }
    }
  }
  for (const element of racine.querySelectorAll('.modal[role="dialog"]:not([aria-label])')) {
    const titre = element.querySelector('.modal-title, .modal-header h3, .modal-header h4');
    if (titre && titre.textContent.trim()) {
      element.setAttribute('aria-label', titre.textContent.trim());
    }
  }
  for (const element of racine.querySelectorAll('[uib-typeahead]:not([role])')) {
    element.setAttribute('role', 'combobox');
  }
  for (const element of racine.querySelectorAll(muets)) {
    const bulle = element.getAttribute('uib-tooltip') || element.getAttribute('title');
    if (bulle && !bulle.includes('{{') && !element.textContent.trim()) {
      element.setAttribute('aria-label', bulle);
    }
  }
  // A picture that leads where the words below it lead: once is enough.
  for (const element of racine.querySelectorAll('a.app-label-wrapper')) {
    element.tabIndex = -1;
    element.setAttribute('aria-hidden', 'true');
  }
  // Numbered fields make the keyboard jump; the order of the page is the right one.
  for (const element of racine.querySelectorAll('form [tabindex]')) {
    if (element.tabIndex > 0) {
      element.removeAttribute('tabindex');
    }
  }
  // A link that leads nowhere is a button, also for the keyboard.
  for (const element of racine.querySelectorAll('a[aria-label]:not([href]):not([role])')) {
    element.setAttribute('role', 'button');
    element.tabIndex = 0;
  }
}

document.addEventListener('keydown', evenement => {
  const cible = evenement.target;
  if (evenement.key === 'Enter' && cible.matches('a[role="button"]:not([href])')) {
    cible.click();
  }
});

let prevu = false;

function revoir() {
  prevu = false;
  traduire(document.body);
  nommer(document.body);
}

// One look at most every fifth of a second, however much the page changes.
function prevoir() {
  if (!prevu) {
    prevu = true;
    window.setTimeout(revoir, 200);
  }
}

new MutationObserver(prevoir).observe(document.body, {childList: true, subtree: true});
prevoir();
