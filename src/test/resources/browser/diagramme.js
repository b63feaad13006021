// Draws a model and tells what a reader would stumble over; run by DiagrammesTests with the
// model's XML and a function to call at the end.
const [xml, fini] = arguments;

// Coordinates of a drawing are whole pixels: less than that is a touch, not an overlap.
const TOUCHE = 1;

// What a point is drawn with, so that lines may end at the edge of a shape.
const BORD = 3;

const FIGURES = {
  'bpmn:ExclusiveGateway': losange,
  'bpmn:ParallelGateway': losange,
  'bpmn:InclusiveGateway': losange,
  'bpmn:EventBasedGateway': losange,
  'bpmn:StartEvent': rond,
  'bpmn:EndEvent': rond,
  'bpmn:BoundaryEvent': rond,
  'bpmn:IntermediateCatchEvent': rond,
  'bpmn:IntermediateThrowEvent': rond
};

function rectangle({x, y, width, height}, marge = 0) {
  return [
    [x + marge, y + marge],
    [x + width - marge, y + marge],
    [x + width - marge, y + height - marge],
    [x + marge, y + height - marge]
  ];
}

function losange({x, y, width, height}, marge = 0) {
  return [
    [x + width / 2, y + marge],
    [x + width - marge, y + height / 2],
    [x + width / 2, y + height - marge],
    [x + marge, y + height / 2]
  ];
}

function rond({x, y, width, height}, marge = 0) {
  const rayon = width / 2 - marge;
  return Array.from({length: 24}, (_, rang) => [
    x + width / 2 + rayon * Math.cos((rang * Math.PI) / 12),
    y + height / 2 + rayon * Math.sin((rang * Math.PI) / 12)
  ]);
}

// Whether two convex figures share more than an edge (separating axes).
function secoupent(une, autre) {
  for (const figure of [une, autre]) {
    for (let rang = 0; rang < figure.length; rang += 1) {
      const [ax, ay] = figure[rang];
      const [bx, by] = figure[(rang + 1) % figure.length];
      const longueur = Math.hypot(bx - ax, by - ay);
      if (longueur > 0) {
        const projeter = ([x, y]) => ((by - ay) * x - (bx - ax) * y) / longueur;
        const premiere = une.map(projeter);
        const seconde = autre.map(projeter);
        if (
          Math.max(...premiere) <= Math.min(...seconde) + 0.01 ||
          Math.max(...seconde) <= Math.min(...premiere) + 0.01
        ) {
          return false;
        }
      }
    }
  }
  return true;
}

function segments({waypoints}) {
  return waypoints.slice(1).map((point, rang) => [
    [waypoints[rang].x, waypoints[rang].y],
    [point.x, point.y]
  ]);
}

function contient(grand, petit) {
  return (
    petit.x >= grand.x &&
    petit.y >= grand.y &&
    petit.x + petit.width <= grand.x + grand.width &&
    petit.y + petit.height <= grand.y + grand.height
  );
}

function ancetres(element) {
  const trouves = [];
  for (let parent = element.parent; parent; parent = parent.parent) {
    trouves.push(parent);
  }
  return trouves;
}

const entier = texte => texte.trim().replace(/\s+/g, ' ').replace(/- /g, '-');

const plat = texte => (texte || '').replace(/\s+/g, '');

function lire(viewer) {
  const registre = viewer.get('elementRegistry');
  const dessins = element => registre.getGraphics(element).querySelector('.djs-visual');
  const nomme = element => element.businessObject.name || element.businessObject.text;
  const dire = element => `« ${nomme(element) || element.businessObject.id} »`;
  const tous = registre.filter(element => element.parent);
  const formes = tous.filter(element => !element.waypoints && element.type !== 'label');
  const liens = tous.filter(element => element.waypoints);
  const etiquettes = tous.filter(element => element.type === 'label');
  const fautes = [];

  // The text of an element as it is drawn, in the coordinates of the drawing.
  function texte(element) {
    const dessin = dessins(element);
    const texteDessine = dessin && dessin.querySelector('text');
    if (!texteDessine) {
      return null;
    }
    const {x, y, width, height} = texteDessine.getBBox();
    const lignes = [...texteDessine.querySelectorAll('tspan')].map(ligne => ligne.textContent.trim());
    return {lignes: lignes.filter(Boolean), x: element.x + x, y: element.y + y, width, height};
  }

  const figure = (forme, marge) => (FIGURES[forme.type] || rectangle)(forme, marge);
  const pose = etiquettes.map(etiquette => ({etiquette, sur: etiquette.labelTarget, boite: texte(etiquette)}));

  // Every name is drawn, and whole.
  for (const element of [...formes, ...liens]) {
    const nom = nomme(element);
    if (nom) {
      const externe = pose.find(({sur}) => sur === element);
      const boite = externe ? externe.boite : texte(element);
      const lignes = boite ? boite.lignes : [];
      if (plat(lignes.join('')) !== plat(nom)) {
        fautes.push(`the name of ${dire(element)} is drawn as « ${lignes.join(' ')} »`);
        continue;
      }
      // A line may end after a hyphen, not inside a word.
      if (entier(lignes.join(' ')) !== entier(nom)) {
        fautes.push(`a word in the name of ${dire(element)} is cut in two`);
      }
      if (!externe && !element.waypoints && !contient(element, boite)) {
        fautes.push(`the name of ${dire(element)} does not fit in its box`);
      } else if (!externe && !element.waypoints) {
        // The sign of a kind of task, or of a loop, is drawn in the same box.
        for (const signe of dessins(element).querySelectorAll(':scope > path, :scope > rect')) {
          const {x, y, width, height} = signe.getBBox();
          const coin = {x: element.x + x, y: element.y + y, width, height};
          if (width > 0 && width < 40 && height < 40 && lignesTouchees(element, coin)) {
            fautes.push(`the name of ${dire(element)} is written over a sign of its box`);
            break;
          }
        }
      }
    }
  }

  function lignesTouchees(element, coin) {
    return [...dessins(element).querySelectorAll('text tspan')]
      .filter(ligne => ligne.textContent)
      .some(ligne => {
        const debut = ligne.getExtentOfChar(0);
        const fin = ligne.getExtentOfChar(ligne.getNumberOfChars() - 1);
        // Letters fill the middle of the height that a line of the font has.
        const boite = {
          x: element.x + debut.x,
          y: element.y + debut.y + debut.height / 4,
          width: fin.x + fin.width - debut.x,
          height: debut.height / 2
        };
        return secoupent(rectangle(boite), rectangle(coin, TOUCHE));
      });
  }

  pose.forEach(({sur, boite}, rang) => {
    if (!boite) {
      return;
    }
    const place = rectangle(boite, TOUCHE);
    for (const autre of pose.slice(rang + 1)) {
      if (autre.boite && secoupent(place, rectangle(autre.boite, TOUCHE))) {
        fautes.push(`the labels ${dire(sur)} and ${dire(autre.sur)} overlap`);
      }
    }
    for (const forme of formes) {
      const autour = ancetres(sur).includes(forme);
      if (forme === sur) {
        continue;
      }
      if (autour ? !contient(forme, boite) : secoupent(place, figure(forme))) {
        fautes.push(`the label ${dire(sur)} lies over ${dire(forme)}`);
      }
      const titre = autour && texte(forme);
      if (titre && secoupent(place, rectangle(titre, TOUCHE))) {
        fautes.push(`the label ${dire(sur)} lies over the title of ${dire(forme)}`);
      }
    }
    for (const lien of liens) {
      if (lien !== sur && segments(lien).some(segment => secoupent(place, segment))) {
        fautes.push(`the label ${dire(sur)} is crossed by the flow ${lien.businessObject.id}`);
      }
    }
  });

  for (const lien of liens) {
    for (const forme of formes) {
      const autour = ancetres(lien.source).includes(forme) && ancetres(lien.target).includes(forme);
      if (!autour && segments(lien).some(segment => secoupent(segment, figure(forme, BORD)))) {
        fautes.push(`the flow ${lien.businessObject.id} passes through ${dire(forme)}`);
      }
      const titre = autour && texte(forme);
      if (titre && segments(lien).some(segment => secoupent(segment, rectangle(titre, TOUCHE)))) {
        fautes.push(`the flow ${lien.businessObject.id} crosses the title of ${dire(forme)}`);
      }
    }
  }

  formes.forEach((forme, rang) => {
    for (const autre of formes.slice(rang + 1)) {
      const ensemble =
        ancetres(forme).includes(autre) || ancetres(autre).includes(forme) || forme.host === autre || autre.host === forme;
      if (!ensemble && secoupent(figure(forme, TOUCHE), figure(autre, TOUCHE))) {
        fautes.push(`${dire(forme)} and ${dire(autre)} overlap`);
      }
      const dedans = ancetres(forme).includes(autre) ? [autre, forme] : ancetres(autre).includes(forme) ? [forme, autre] : null;
      if (dedans && !contient(...dedans)) {
        fautes.push(`${dire(dedans[1])} sticks out of ${dire(dedans[0])}`);
      }
    }
  });
  return {fautes, formes: formes.length, etiquettes: etiquettes.length};
}

document.body.replaceChildren();
const cadre = document.createElement('div');
cadre.style.cssText = 'width: 3000px; height: 2000px';
document.body.append(cadre);
const viewer = new window.BpmnJS({container: cadre});
// Cockpit's newer viewer leaves two pixels more around the text of a box, so it breaks lines earlier.
const texteur = viewer.get('textRenderer');
const ecrire = texteur.createText;
texteur.createText = (texte, options) => ecrire.call(texteur, texte, options.padding === 5 ? {...options, padding: 7} : options);
(async () => {
  try {
    const {warnings} = await viewer.importXML(xml);
    const lu = lire(viewer);
    const {svg} = await viewer.saveSVG();
    viewer.destroy();
    // Only the drawing is left, on white, with a margin, for the picture.
    document.body.innerHTML = svg.slice(svg.indexOf('<svg'));
    document.body.style.cssText = 'margin: 0; background: white';
    const dessin = document.body.querySelector('svg');
    const marge = 10;
    const {x, y, width, height} = dessin.viewBox.baseVal;
    const large = Math.ceil(width + 2 * marge);
    const haut = Math.ceil(height + 2 * marge);
    dessin.setAttribute('viewBox', `${x - marge} ${y - marge} ${large} ${haut}`);
    dessin.setAttribute('width', large);
    dessin.setAttribute('height', haut);
    dessin.style.display = 'block';
    fini({...lu, fautes: [...warnings.map(({message}) => message), ...lu.fautes], largeur: large, hauteur: haut});
  } catch (erreur) {
    fini({fautes: [String(erreur && erreur.stack)], formes: 0, etiquettes: 0, largeur: 0, hauteur: 0});
  }
})();
