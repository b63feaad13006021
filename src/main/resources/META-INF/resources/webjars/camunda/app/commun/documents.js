// The documents of a case: lists them, opens them, and takes a file that a person chooses.

const RACINE = (document.querySelector('base') || document.body).getAttribute('app-root') || '/camunda';

// What the browser shows by itself in another tab; it saves the rest.
const MONTRES = ['application/pdf', 'image/jpeg', 'image/png'];

const JOUR = new Intl.DateTimeFormat('fr-FR', {dateStyle: 'short', timeStyle: 'short'});
const NOMBRE = new Intl.NumberFormat('fr-FR', {maximumFractionDigits: 1});

function taille(octets) {
  if (octets < 1024) {
    return `${octets}\u00a0octet${octets > 1 ? 's' : ''}`;
  }
  const mega = 1024 * 1024;
  return octets < mega
    ? `${NOMBRE.format(octets / 1024)}\u00a0Kio`
    : `${NOMBRE.format(octets / mega)}\u00a0Mio`;
}

function jeton() {
  const cookie = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  return cookie ? decodeURIComponent(cookie[1]) : '';
}

function element(nom, attributs = {}, ...contenu) {
  const cree = document.createElement(nom);
  for (const [attribut, valeur] of Object.entries(attributs)) {
    cree.setAttribute(attribut, valeur);
  }
  cree.append(...contenu);
  return cree;
}

function phrase(statut, corps) {
  let probleme = null;
  try {
    probleme = JSON.parse(corps);
  } catch (erreur) {
    // Not from the application: told below.
  }
  if (probleme && typeof probleme.detail === 'string' && String(probleme.type).startsWith('urn:compagnonnage:')) {
    return probleme.detail;
  }
  if (statut === 0) {
    return 'L’envoi s’est interrompu. Vérifiez votre connexion, puis envoyez de nouveau le fichier.';
  }
  if (statut === 401 || statut === 403) {
    return 'Votre connexion a expiré. Rechargez la page, connectez-vous, puis recommencez.';
  }
  return 'L’opération n’a pas abouti. Recommencez, et prévenez la personne responsable si cela continue.';
}

let numero = 0;

// A panel outlives the tab that shows it while a file is chosen or on its way.
class Panneau {
  constructor(reference) {
    this.reference = reference;
    this.adresse = `${RACINE}/api/dossiers/${encodeURIComponent(reference)}/documents`;
    this.envoi = null;
    this.liste = null;
    const id = `documents-${(numero += 1)}`;
    this.annonce = element('p', {class: 'documents-annonce', role: 'status'});
    this.tableau = element('div', {class: 'documents-liste'});
    this.depot = element('div', {class: 'documents-depot'});
    this.noeud = element('section', {class: 'documents', 'aria-labelledby': `${id}-titre`},
      element('h3', {id: `${id}-titre`}, `Documents du dossier ${reference}`),
      this.annonce, this.tableau, this.depot);
    this.construireDepot(id);
  }

  construireDepot(id) {
    this.champ = element('input', {
      type: 'file', id: `${id}-fichier`, class: 'documents-champ', 'aria-describedby': `${id}-aide ${id}-choix ${id}-erreur`
    });
    this.choix = element('span', {id: `${id}-choix`, class: 'documents-choix'});
    this.aide = element('p', {id: `${id}-aide`, class: 'documents-aide'});
    this.erreur = element('p', {id: `${id}-erreur`, class: 'documents-erreur', role: 'alert'});
    this.bouton = element('button', {type: 'submit', class: 'btn btn-primary'}, 'Envoyer le fichier');
    this.arret = element('button', {type: 'button', class: 'btn btn-default', hidden: ''}, 'Arrêter l’envoi');
    this.progression = element('progress', {max: '100', value: '0', hidden: '', 'aria-label': 'Envoi du fichier'});
    this.motif = element('p', {class: 'documents-motif', hidden: ''});
    this.formulaire = element('form', {novalidate: '', hidden: ''},
      element('h4', {}, 'Ajouter un fichier'),
      this.aide,
      element('div', {class: 'documents-ligne'}, this.champ,
        element('label', {for: `${id}-fichier`, class: 'btn btn-default'}, 'Choisir un fichier'), this.choix),
      this.erreur,
      element('div', {class: 'documents-ligne'}, this.bouton, this.arret, this.progression));
    this.depot.append(this.formulaire, this.motif);
    this.champ.addEventListener('change', () => {
      this.refuser('');
      this.annoncer('');
      this.dire();
    });
    this.formulaire.addEventListener('submit', evenement => {
      evenement.preventDefault();
      this.envoyer();
    });
    this.arret.addEventListener('click', () => this.envoi && this.envoi.abort());
    this.dire();
  }

  // Whether leaving the panel would lose something.
  garde() {
    return Boolean(this.envoi || this.champ.files.length);
  }

  annoncer(texte) {
    this.annonce.textContent = texte;
  }

  refuser(texte) {
    this.erreur.textContent = texte;
    if (texte) {
      this.champ.setAttribute('aria-invalid', 'true');
    } else {
      this.champ.removeAttribute('aria-invalid');
    }
  }

  dire() {
    const [fichier] = this.champ.files;
    this.choix.textContent = fichier ? `${fichier.name} (${taille(fichier.size)})` : 'Aucun fichier choisi';
  }

  async charger() {
    try {
      const reponse = await fetch(this.adresse, {headers: {Accept: 'application/json'}});
      const corps = await reponse.text();
      if (!reponse.ok) {
        throw new Error(phrase(reponse.status, corps));
      }
      this.liste = JSON.parse(corps);
      this.montrer();
    } catch (erreur) {
      this.annoncer(
        erreur instanceof TypeError || erreur instanceof SyntaxError
          ? 'La liste des documents n’a pas pu être lue. Rechargez la page.'
          : erreur.message
      );
    }
  }

  montrer() {
    const {documents, depot, clos, tailleMaximale, extensions} = this.liste;
    if (documents.length) {
      const lignes = documents.map(({id, nom, type, taille: octets, creeLe, deposePar}) => {
        const lien = element('a', {href: `${RACINE}/api/documents/${encodeURIComponent(id)}`}, nom);
        if (MONTRES.includes(type)) {
          lien.target = '_blank';
          lien.rel = 'noopener';
          lien.append(element('span', {class: 'sr-only'}, ' (dans un nouvel onglet)'));
        } else {
          lien.setAttribute('download', '');
        }
        return element('tr', {}, element('th', {scope: 'row'}, lien),
          element('td', {}, taille(octets)),
          element('td', {}, JOUR.format(new Date(creeLe))),
          element('td', {}, deposePar));
      });
      this.tableau.replaceChildren(
        element('table', {class: 'table'},
          element('thead', {}, element('tr', {},
            ...['Document', 'Taille', 'Ajouté le', 'Par'].map(titre => element('th', {scope: 'col'}, titre)))),
          element('tbody', {}, ...lignes)));
    } else {
      this.tableau.replaceChildren(element('p', {}, 'Ce dossier n’a pas encore de document.'));
    }
    this.maximum = tailleMaximale;
    this.champ.accept = extensions.map(extension => `.${extension}`).join(',');
    this.aide.textContent = `Types acceptés\u00a0: ${extensions.join(', ')}. Taille\u00a0: ${taille(tailleMaximale)} au plus.`;
    this.formulaire.hidden = !depot;
    this.motif.hidden = depot;
    this.motif.textContent = clos
      ? 'Ce dossier est clos\u00a0: aucun fichier ne peut plus y être ajouté.'
      : 'Vous pouvez lire ces documents, pas en ajouter\u00a0: vous n’avez pas de tâche dans ce dossier.';
  }

  envoyer() {
    const [fichier] = this.champ.files;
    if (this.envoi) {
      return;
    }
    this.refuser('');
    this.annoncer('');
    let refus = '';
    if (!fichier) {
      refus = 'Choisissez d’abord un fichier.';
    } else if (fichier.size === 0) {
      refus = 'Ce fichier est vide\u00a0: choisissez-en un autre.';
    } else if (fichier.size > this.maximum) {
      refus = `Ce fichier dépasse la taille acceptée, qui est de ${taille(this.maximum)}.`;
    }
    if (refus) {
      this.refuser(refus);
      this.champ.focus();
      return;
    }
    const envoi = new XMLHttpRequest();
    this.occuper(envoi);
    envoi.open('POST', `${this.adresse}?nom=${encodeURIComponent(fichier.name)}`);
    envoi.setRequestHeader('Accept', 'application/json');
    envoi.setRequestHeader('Content-Type', 'application/octet-stream');
    envoi.setRequestHeader('X-XSRF-TOKEN', jeton());
    envoi.upload.addEventListener('progress', ({loaded, total}) => {
      this.progression.value = total ? Math.round((100 * loaded) / total) : 0;
    });
    let arrete = false;
    envoi.addEventListener('abort', () => {
      arrete = true;
    });
    envoi.addEventListener('loadend', () => this.finir(envoi, fichier.name, arrete));
    envoi.send(fichier);
    this.annoncer(`Envoi de ${fichier.name}…`);
  }

  occuper(envoi) {
    this.envoi = envoi;
    const occupe = Boolean(envoi);
    this.bouton.disabled = occupe;
    this.champ.disabled = occupe;
    this.arret.hidden = !occupe;
    this.progression.hidden = !occupe;
    this.progression.value = 0;
    if (occupe) {
      this.arret.focus();
    }
  }

  async finir(envoi, nom, arrete) {
    const auClavier = this.noeud.contains(document.activeElement);
    this.occuper(null);
    if (envoi.status === 201) {
      this.formulaire.reset();
      this.dire();
      await this.charger();
      this.annoncer(`${JSON.parse(envoi.responseText).nom} est ajouté au dossier.`);
    } else if (arrete) {
      this.annoncer(`Envoi arrêté\u00a0: ${nom} n’a pas été ajouté.`);
    } else {
      this.annoncer('');
      this.refuser(`${nom} n’a pas été ajouté. ${phrase(envoi.status, envoi.responseText)}`);
    }
    if (auClavier) {
      this.champ.focus();
    }
  }
}

const panneaux = new Map();

// Whoever closes the window while a file leaves is asked first.
window.addEventListener('beforeunload', evenement => {
  if ([...panneaux.values()].some(panneau => panneau.envoi)) {
    evenement.preventDefault();
  }
});

export function montrer(noeud, reference) {
  const panneau = panneaux.get(reference) || new Panneau(reference);
  panneaux.set(reference, panneau);
  noeud.replaceChildren(panneau.noeud);
  panneau.charger();
}

export function quitter(reference) {
  const panneau = panneaux.get(reference);
  if (panneau && !panneau.garde()) {
    panneaux.delete(reference);
  }
}
