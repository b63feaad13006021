// What the web applications keep in English outside their locale files, put into French.

document.documentElement.lang = 'fr';

const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre'
];
const MOIS_ABREGES = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.'
];
const JOURS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const JOURS_ABREGES = ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'];

export {MOIS, MOIS_ABREGES, JOURS, JOURS_ABREGES};

// AngularJS formats (date pickers, numbers) come from its own locale, which is American
// English. The filters keep a reference to these objects, so they are changed in place.
function franciserAngular($locale) {
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

function attendreAngular(essaisRestants) {
  const angular = window.angular;
  const injector =
    angular &&
    [document.documentElement, document.body]
      .map(element => angular.element(element).injector())
      .find(Boolean);
  if (injector) {
    franciserAngular(injector.get('$locale'));
  } else if (essaisRestants > 0) {
    window.setTimeout(() => attendreAngular(essaisRestants - 1), 100);
  }
}

attendreAngular(100);
