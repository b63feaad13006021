// Puts the words of form-js 1.8.7, which has no translations of its own, into French.
// Only the elements that form-js itself fills are touched, never what a form's author wrote.

import {JOURS, JOURS_ABREGES, MOIS, MOIS_ABREGES} from '../../commun/calendrier.js';

// form-js asks the browser for the date format of the locale "default"; people whose
// browser speaks another language would otherwise read and type months first.
window.Intl.DateTimeFormat = new Proxy(window.Intl.DateTimeFormat, {
  construct(Format, [locale, options]) {
    return new Format(locale === 'default' ? 'fr-FR' : locale, options);
  },
  apply(format, self, [locale, options]) {
    return format.call(self, locale === 'default' ? 'fr-FR' : locale, options);
  }
});

// form-js keeps an empty trace of each field of a list that somebody filled in, which Tasklist takes for an error:
// its button would stay shut for good. The form is checked when it is sent, and says then what is missing where;
// the button stays shut only when the form could not be read.
window.angular.module('compagnonnage.formulaires', []).decorator('camTasklistFormDirective', [
  '$delegate',
  '$injector',
  ($delegate, $injector) => {
    const [directive] = $delegate;
    const controleur = directive.controller;
    directive.controller = [
      '$scope',
      function ($scope) {
        $injector.invoke(controleur, this, {$scope});
        const valider = this.notifyFormValidated;
        this.notifyFormValidated = invalide => {
          const illisible = Boolean($scope.tasklistForm && $scope.tasklistForm.$error);
          valider.call(this, invalide && illisible);
        };
      }
    ];
    return $delegate;
  }
]);

const CALENDRIER = {
  firstDayOfWeek: 1,
  weekdays: {shorthand: JOURS_ABREGES.map(jour => jour.replace('.', '')), longhand: JOURS},
  months: {shorthand: MOIS_ABREGES, longhand: MOIS},
  ordinal: jour => (jour > 1 ? '' : 'er'),
  rangeSeparator: ' au ',
  weekAbbreviation: 'Sem.',
  scrollTitle: 'Défiler pour changer la valeur',
  toggleTitle: 'Cliquer pour changer',
  yearAriaLabel: 'Année',
  monthAriaLabel: 'Mois',
  hourAriaLabel: 'Heure',
  minuteAriaLabel: 'Minute',
  time_24hr: true
};

const virgule = nombre => nombre.replace('.', ',');
const pluriel = (nombre, mot) => `${nombre}\u00a0${mot}${Number(nombre) > 1 ? 's' : ''}`;
const formatAttendu = motif =>
  motif.includes('@')
    ? 'Indiquez une adresse de courriel valide, par exemple prenom.nom@exemple.fr.'
    : 'La valeur n’a pas la forme attendue.';

const PHRASES = [
  [/^Field is required\.$/, () => 'Ce champ est obligatoire.'],
  [/^Field must match pattern (.*)\.$/s, (_, motif) => formatAttendu(motif)],
  [
    /^Field must have minimum value of (.*)\.$/,
    (_, min) => `La valeur doit être d’au moins ${virgule(min)}.`
  ],
  [
    /^Field must have maximum value of (.*)\.$/,
    (_, max) => `La valeur ne doit pas dépasser ${virgule(max)}.`
  ],
  [
    /^Field must have minimum length of (.*)\.$/,
    (_, min) => `Écrivez au moins ${pluriel(min, 'caractère')}.`
  ],
  [
    /^Field must have maximum length of (.*)\.$/,
    (_, max) => `Ne dépassez pas ${pluriel(max, 'caractère')}.`
  ],
  [
    /^Field must be a valid\s+international phone number\..*$/,
    () => 'Indiquez un numéro de téléphone international, par exemple +33238000000.'
  ],
  [
    /^Field must be a valid email\.$/,
    () => 'Indiquez une adresse de courriel valide, par exemple prenom.nom@exemple.fr.'
  ],
  [/^Value is not a number\.$/, () => 'Écrivez un nombre.'],
  [/^Value is expected to be an integer\.$/, () => 'Écrivez un nombre entier.'],
  [
    /^Value is expected to have at most (\d+) decimal digits?\.$/,
    (_, chiffres) => `Écrivez au plus ${pluriel(chiffres, 'chiffre')} après la virgule.`
  ],
  [
    /^Please select a valid value, the two nearest valid values are (\S+) and (\S+)\.$/,
    (_, avant, apres) =>
      `Valeur impossible\u00a0: les plus proches sont ${virgule(avant)} et ${virgule(apres)}.`
  ],
  [/^Date and time must both be entered\.$/, () => 'Indiquez la date et l’heure.'],
  [/^Select$/, () => 'Choisir'],
  [/^Search$/, () => 'Rechercher'],
  [/^No results$/, () => 'Aucun résultat'],
  [/^All values selected$/, () => 'Tout est déjà choisi'],
  [/^Skip to search$/, () => 'Aller à la recherche'],
  [/^Remove tag$/, () => 'Retirer ce choix'],
  [/^Add new$/, () => 'Ajouter'],
  [/^Expand all \((\d+)\)$/, (_, nombre) => `Tout déplier (${nombre})`],
  [/^Collapse$/, () => 'Replier'],
  [/^Remove list item (\d+)$/, (_, rang) => `Retirer l’élément ${rang}`],
  [/^Nothing to show\.$/, () => 'Rien à afficher.'],
  [/^ of $/, () => ' sur '],
  [/^Previous page$/, () => 'Page précédente'],
  [/^Next page$/, () => 'Page suivante'],
  [
    /^Click to sort by (.*) descending$/,
    (_, colonne) => `Trier par ${colonne}, ordre décroissant`
  ],
  [/^Click to sort by (.*) ascending$/, (_, colonne) => `Trier par ${colonne}, ordre croissant`],
  [/^Click to remove sorting$/, () => 'Ne plus trier'],
  [/^Increment$/, () => 'Augmenter'],
  [/^Decrement$/, () => 'Diminuer'],
  [/^dd\/mm\/yyyy$/, () => 'jj/mm/aaaa'],
  [/^hh:mm( \?m)?$/, () => 'hh:mm'],
  [/^This is an image placeholder$/, () => 'Emplacement d’une image'],
  [/^Powered by bpmn\.io$/, () => 'Formulaires propulsés par bpmn.io'],
  [
    /^Web-based tooling for BPMN, DMN, and forms powered by$/,
    () => 'Outils en ligne pour BPMN, DMN et formulaires, propulsés par'
  ]
];

// The elements whose direct text comes from form-js.
const TEXTES = [
  '.fjs-form-field-error li',
  '.fjs-select-display.fjs-select-placeholder',
  '.fjs-dropdownlist-empty',
  '.fjs-taglist-skip-link',
  '.fjs-repeat-render-add',
  '.fjs-repeat-render-collapse',
  '.fjs-table-middle-container.fjs-table-empty',
  '.fjs-table-body .fjs-table-td[colspan]',
  '.fjs-table-nav-label',
  '.fjs-powered-by-lightbox .notice span'
].join(',');

const ATTRIBUTS = ['placeholder', 'title', 'aria-label', 'alt'];

const PORTEURS = [
  '.fjs-datepicker input',
  '.fjs-timepicker input',
  '.fjs-taglist-input',
  '.fjs-form-field-select .fjs-input',
  '.fjs-taglist-tag-remove',
  '.fjs-number-arrow-container button',
  '.fjs-repeat-row-remove',
  '.fjs-table-nav-button',
  '.fjs-table-th',
  '.fjs-table-head [aria-label]',
  '.fjs-powered-by-link',
  '.fjs-image-placeholder-inner *'
].join(',');

function traduire(texte) {
  for (const [anglais, francais] of PHRASES) {
    const trouve = anglais.exec(texte) || anglais.exec(texte.trim());
    if (trouve) {
      return francais(...trouve);
    }
  }
  return texte;
}

function traduireTexte(element) {
  for (const noeud of element.childNodes) {
    if (noeud.nodeType === Node.TEXT_NODE && noeud.data.trim()) {
      const francais = traduire(noeud.data);
      if (francais !== noeud.data) {
        noeud.data = francais;
      }
    }
  }
}

function traduireAttributs(element) {
  for (const nom of ATTRIBUTS) {
    const valeur = element.getAttribute(nom);
    const francais = valeur && traduire(valeur);
    if (francais && francais !== valeur) {
      element.setAttribute(nom, francais);
    }
  }
}

function traduireElement(element) {
  if (element.matches(TEXTES)) {
    traduireTexte(element);
  }
  if (element.matches(PORTEURS)) {
    traduireAttributs(element);
  }
}

function traduireSousArbre(racine) {
  traduireElement(racine);
  for (const element of racine.querySelectorAll(`${TEXTES},${PORTEURS}`)) {
    traduireElement(element);
  }
}

// A French sentence matches no English one: a rewrite triggers one more look, never a loop.
new MutationObserver(changements => {
  for (const {target, type, addedNodes} of changements) {
    if (type === 'childList') {
      for (const noeud of addedNodes) {
        if (noeud.nodeType === Node.ELEMENT_NODE) {
          traduireSousArbre(noeud);
        } else if (noeud.nodeType === Node.TEXT_NODE) {
          traduireElement(target);
        }
      }
    } else {
      const element = type === 'characterData' ? target.parentElement : target;
      if (element) {
        traduireElement(element);
      }
    }
  }
}).observe(document.body, {
  attributeFilter: [...ATTRIBUTS, 'class'],
  attributes: true,
  characterData: true,
  childList: true,
  subtree: true
});

// « Le formulaire n’a pas été envoyé » stays until somebody closes it, even over the next
// task: it goes as soon as the person goes on.
function effacerRefus() {
  for (const alerte of document.querySelectorAll('[notifications-panel] .alert-danger')) {
    if (alerte.textContent.includes('n’a pas été envoyé')) {
      alerte.querySelector('.close:not(.ng-hide)').click();
    }
  }
}

document.addEventListener('input', ({target}) => {
  if (target.closest('.fjs-container')) {
    effacerRefus();
  }
});
window.addEventListener('hashchange', effacerRefus);

function franciserCalendrier(essaisRestants) {
  if (window.flatpickr) {
    window.flatpickr.localize(CALENDRIER);
    window.flatpickr.setDefaults({ariaDateFormat: 'l j F Y'});
  } else if (essaisRestants > 0) {
    window.setTimeout(() => franciserCalendrier(essaisRestants - 1), 100);
  }
}

franciserCalendrier(100);
