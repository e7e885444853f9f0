import type { Locale } from "../kernel/actor";

/**
 * Everyday words of making, caring, trading and learning in Dutch, French and English, written for Broeikas. They are no terms:
 * nobody picks them. They lead words from one language to another where the taxonomy has none, and tell which parts a Dutch
 * compound is made of. An underscore is a space.
 */
const PAGES = [
  // Materials and what is made of them
  `hout bois wood; plank planche board; metaal métal metal; ijzer fer iron; staal acier steel; koper cuivre copper; aluminium aluminium
  aluminium; goud or gold; zilver argent silver; lood plomb lead; tin étain tin; glas verre glass; spiegel miroir mirror; plastic plastique
  plastic; kunststof matière_plastique plastic; rubber caoutchouc rubber; papier papier paper; karton carton cardboard; leer cuir leather;
  stof tissu fabric; textiel textile textile; wol laine wool; katoen coton cotton; zijde soie silk; linnen lin linen; draad fil thread; touw
  corde rope; steen pierre stone; baksteen brique brick; beton béton concrete; cement ciment cement; gips plâtre plaster; klei argile clay;
  keramiek céramique ceramics; tegel carreau tile; zand sable sand; verf peinture paint; lak vernis varnish; lijm colle glue; olie huile oil;
  gas gaz gas; brandstof carburant fuel; steenkool charbon coal; was cire wax; zeep savon soap; poeder poudre powder; vloeistof liquide liquid;
  vezel fibre fibre; schuim mousse foam; kurk liège cork; bamboe bambou bamboo; schroot ferraille scrap; afval déchet waste; chemie chimie
  chemistry; product produit product; onderdeel pièce part; grondstof matière_première raw_material; folie film foil; buis tuyau tube; pijp
  tuyau pipe; kabel câble cable; plaat plaque sheet; staaf barre bar; korrel granulé pellet`,
  // Tools and machines
  `gereedschap outil tool; machine machine machine; toestel appareil device; apparatuur équipement equipment; motor moteur engine; pomp pompe
  pump; klep vanne valve; wiel roue wheel; tandwiel engrenage gear; veer ressort spring; schroef vis screw; nagel clou nail; hamer marteau
  hammer; zaag scie saw; boor perceuse drill; freesmachine fraiseuse milling_machine; draaibank tour lathe; pers presse press; oven four oven;
  ketel chaudière boiler; koelkast réfrigérateur refrigerator; koeling refroidissement cooling; verwarming chauffage heating; lamp lampe lamp;
  verlichting éclairage lighting; licht lumière light; batterij batterie battery; accu accumulateur battery; lader chargeur charger; stekker
  fiche plug; schakelaar interrupteur switch; sensor capteur sensor; meter compteur meter; weegschaal balance scale; meten mesurer measure;
  camera caméra camera; lens lentille lens; scherm écran screen; printer imprimante printer; drukken imprimer print; drukker imprimeur printer;
  kraan grue crane; lift ascenseur elevator; heftruck chariot_élévateur forklift; ladder échelle ladder; slang tuyau hose; tank réservoir tank;
  vat cuve vat; fles bouteille bottle; doos boîte box; verpakking emballage packaging; band courroie belt; mes couteau knife; schaar ciseaux
  scissors; naald aiguille needle; naaimachine machine_à_coudre sewing_machine; weefgetouw métier_à_tisser loom; robot robot robot; drone drone
  drone; vlieger cerf-volant kite; slot serrure lock; sleutel clé key; lasapparaat poste_à_souder welder; soldeerbout fer_à_souder soldering_iron`,
  // Making and handling
  `maken fabriquer make; vervaardiging fabrication manufacture; productie production production; bouwen construire build; bouw construction
  construction; bouwer constructeur builder; herstellen réparer repair; hersteller réparateur repairer; onderhoud entretien maintenance; snijden
  couper cut; snijder coupeur cutter; zagen scier saw; boren percer drill; slijpen meuler grind; slijper meuleur grinder; polijsten polir polish;
  smeden forger forge; smid forgeron blacksmith; gieten couler cast; gieterij fonderie foundry; gieter fondeur caster; vormen mouler mould; matrijs
  matrice die; buigen plier bend; persen presser press; lassen souder weld; lasser soudeur welder; solderen souder solder; lijmen coller glue;
  schilderen peindre paint; schilder peintre painter; naaien coudre sew; naaister couturière seamstress; breien tricoter knit; weven tisser weave;
  wever tisserand weaver; spinnen filer spin; verven teindre dye; wassen laver wash; wasserij blanchisserie laundry; drogen sécher dry; droger
  séchoir dryer; strijken repasser iron; reinigen nettoyer clean; schoonmaker nettoyeur cleaner; mengen mélanger mix; menger mélangeur mixer;
  malen moudre mill; molen moulin mill; koken cuire cook; bakken cuire bake; vullen remplir fill; verpakken emballer pack; inpakker emballeur
  packer; laden charger load; dragen porter carry; tillen lever lift; monteren assembler assemble; montage montage assembly; monteur monteur
  fitter; installeren installer install; installateur installateur installer; bedienen conduire operate; operator opérateur operator; afwerking
  finition finishing; coating revêtement coating; bekleden garnir upholster; stoffeerder tapissier upholsterer; graveren graver engrave; graveur
  graveur engraver; tekenen dessiner draw; tekening dessin drawing; tekenaar dessinateur draughtsman; ontwerpen concevoir design; ontwerp conception
  design; ontwerper concepteur designer; testen tester test; proef essai trial; keuring contrôle inspection; controleur contrôleur inspector;
  kwaliteit qualité quality; sorteren trier sort; sorteerder trieur sorter; recycleren recycler recycle; slopen démolir demolish; graven creuser
  dig; opslag stockage storage; magazijn entrepôt warehouse; werkplaats atelier workshop; fabriek usine factory; bewerking usinage processing;
  verwerking transformation processing; spuiten pulvériser spray; vernieuwen renouveler renew; leggen poser lay; plaatsen placer place`,
  // Food, plants and animals
  `eten nourriture food; voeding alimentation nutrition; maaltijd repas meal; drank boisson drink; water eau water; wijn vin wine; wijngaard
  vignoble vineyard; bier bière beer; brouwer brasseur brewer; brouwerij brasserie brewery; melk lait milk; kaas fromage cheese; zuivel
  produits_laitiers dairy; boter beurre butter; ei oeuf egg; brood pain bread; bakker boulanger baker; bakkerij boulangerie bakery; gebak
  pâtisserie pastry; taart gâteau cake; deeg pâte dough; meel farine flour; graan céréale grain; suiker sucre sugar; zout sel salt; chocolade
  chocolat chocolate; snoep confiserie confectionery; koffie café coffee; thee thé tea; vlees viande meat; slager boucher butcher; vis poisson
  fish; visser pêcheur fisher; visserij pêche fishery; groente légume vegetable; fruit fruit fruit; appel pomme apple; aardappel pomme_de_terre
  potato; noot noix nut; kruid épice spice; keuken cuisine kitchen; kok cuisinier cook; kelner serveur waiter; restaurant restaurant restaurant;
  tafel table table; tabak tabac tobacco; honing miel honey; bij abeille bee; imker apiculteur beekeeper; boer agriculteur farmer; boerderij ferme
  farm; landbouw agriculture agriculture; tuin jardin garden; tuinier jardinier gardener; tuinbouw horticulture horticulture; plant plante plant;
  bloem fleur flower; boom arbre tree; bos forêt forest; bosbouw sylviculture forestry; zaad semence seed; oogst récolte harvest; gewas culture
  crop; bodem sol soil; mest fumier manure; serre serre greenhouse; teelt culture cultivation; kweker éleveur grower; fokken élever breed; fokker
  éleveur breeder; dier animal animal; dierenarts vétérinaire veterinarian; vee bétail cattle; koe vache cow; varken porc pig; schaap mouton
  sheep; paard cheval horse; hond chien dog; kat chat cat; kip poule chicken; pluimvee volaille poultry; vogel oiseau bird; insect insecte insect;
  schelp coquillage shell; oester huître oyster; voeder fourrage feed; gras herbe grass; hout_kappen abattre fell; paddenstoel champignon mushroom`,
  // Body, care and clothes
  `lichaam corps body; hart coeur heart; oog oeil eye; oor oreille ear; tand dent tooth; tandarts dentiste dentist; voet pied foot; hand main
  hand; huid peau skin; haar cheveux hair; kapper coiffeur hairdresser; nagel ongle nail; bot os bone; bloed sang blood; zorg soin care;
  verzorgen soigner care; verpleegkundige infirmier nurse; verpleging soins_infirmiers nursing; arts médecin doctor; dokter médecin physician;
  geneeskunde médecine medicine; geneesmiddel médicament drug; apotheker pharmacien pharmacist; ziekenhuis hôpital hospital; ziekte maladie
  disease; patiënt patient patient; gezondheid santé health; therapie thérapie therapy; therapeut thérapeute therapist; bril lunettes glasses;
  opticien opticien optician; hoorapparaat appareil_auditif hearing_aid; gehandicapte handicapé disabled; handicap handicap disability; oudere
  personne_âgée elderly; kind enfant child; kinderopvang garde_d'enfants childcare; jeugd jeunesse youth; jongere jeune youngster; gezin famille
  family; vrouw femme woman; man homme man; begeleider accompagnateur companion; begeleiding accompagnement guidance; hulp aide help; helper
  auxiliaire assistant; assistent assistant assistant; redder sauveteur rescuer; brandweer pompier firefighter; veiligheid sécurité safety;
  schoonheid beauté beauty; kleding vêtement clothing; kleermaker tailleur tailor; jurk robe dress; schoen chaussure shoe; schoenmaker cordonnier
  shoemaker; hoed chapeau hat; handschoen gant glove; tas sac bag; juweel bijou jewel; juwelier bijoutier jeweller; horloge montre watch; klok
  horloge clock; mode mode fashion; bad bain bath; massage massage massage; slaap sommeil sleep; dood mort death; begrafenis funérailles funeral;
  hulpmiddel aide_technique aid; rolstoel fauteuil_roulant wheelchair; prothese prothèse prosthesis; medisch médical medical; sociaal social
  social; maatschappelijk social social; opvoeder éducateur educator; opvoeding éducation upbringing`,
  // House, road and nature
  `huis maison house; woning logement dwelling; gebouw bâtiment building; dak toit roof; dakdekker couvreur roofer; muur mur wall; vloer plancher
  floor; deur porte door; venster fenêtre window; raam fenêtre window; trap escalier stairs; kamer chambre room; badkamer salle_de_bain bathroom;
  meubel meuble furniture; stoel chaise chair; bed lit bed; kast armoire cabinet; gordijn rideau curtain; tapijt tapis carpet; schoorsteen cheminée
  chimney; loodgieter plombier plumber; metselaar maçon bricklayer; timmerman charpentier carpenter; schrijnwerker menuisier joiner; architect
  architecte architect; isolatie isolation insulation; vocht humidité moisture; schimmel moisissure mould; stad ville city; dorp village village;
  buurt quartier neighbourhood; straat rue street; weg route road; brug pont bridge; spoor rail rail; spoorweg chemin_de_fer railway; trein train
  train; tram tram tram; bus bus bus; auto voiture car; voertuig véhicule vehicle; vrachtwagen camion truck; fiets vélo bicycle; motorfiets moto
  motorcycle; schip navire ship; boot bateau boat; haven port port; vliegtuig avion aircraft; piloot pilote pilot; luchthaven aéroport airport;
  luchtvaart aviation aviation; ruimtevaart aérospatiale aerospace; bestuurder conducteur driver; vervoer transport transport; verkeer circulation
  traffic; reis voyage travel; toerisme tourisme tourism; gids guide guide; hotel hôtel hotel; parkeren stationnement parking; kaart carte map;
  zee mer sea; rivier rivière river; meer lac lake; kust côte coast; berg montagne mountain; mijn mine mine; mijnwerker mineur miner; groeve
  carrière quarry; aarde terre earth; lucht air air; wind vent wind; zon soleil sun; zonnepaneel panneau_solaire solar_panel; regen pluie rain;
  weer temps weather; vuur feu fire; warmte chaleur heat; koude froid cold; elektriciteit électricité electricity; elektrisch électrique electric;
  elektricien électricien electrician; stroom courant current; energie énergie energy; kernenergie énergie_nucléaire nuclear_energy; straling
  rayonnement radiation; milieu environnement environment; natuur nature nature; landschap paysage landscape; klimaat climat climate; geluid son
  sound; lawaai bruit noise; riool égout sewer; zuivering épuration purification; dijk digue dike`,
  // Computers, signs and culture
  `computer ordinateur computer; software logiciel software; programmeur programmeur programmer; programmeren programmer program; gegevens données
  data; databank base_de_données database; netwerk réseau network; website site_web website; toepassing application application; gebruiker
  utilisateur user; systeem système system; beveiliging sécurité security; ontwikkelaar développeur developer; ontwikkeling développement
  development; spel jeu game; speelgoed jouet toy; beeld image image; foto photo photograph; fotograaf photographe photographer; film film film;
  geluidstechnicus ingénieur_du_son sound_engineer; muziek musique music; muzikant musicien musician; zanger chanteur singer; instrument instrument
  instrument; piano piano piano; gitaar guitare guitar; orgel orgue organ; viool violon violin; dans danse dance; danser danseur dancer; toneel
  théâtre theatre; acteur acteur actor; regisseur metteur_en_scène director; podium scène stage; decor décor set; kostuum costume costume; pop
  poupée doll; kunst art art; kunstenaar artiste artist; beeldhouwer sculpteur sculptor; schrijver écrivain writer; schrijven écrire write; boek
  livre book; boekbinder relieur bookbinder; bibliotheek bibliothèque library; krant journal newspaper; tijdschrift revue magazine; journalist
  journaliste journalist; uitgever éditeur publisher; uitgeverij édition publishing; vertaler traducteur translator; vertaling traduction
  translation; tolk interprète interpreter; taal langue language; gebaar signe sign; museum musée museum; tentoonstelling exposition exhibition;
  geschiedenis histoire history; kerk église church; geloof foi faith; feest fête party; evenement événement event; sport sport sport; speler joueur
  player; trainer entraîneur coach; voetbal football football; zwemmen nager swim; school école school; leraar enseignant teacher; onderwijs
  enseignement education; les cours lesson; leerling élève pupil; opleiding formation training; opleider formateur trainer; universiteit université
  university; hoogleraar professeur professor; wetenschap science science; wetenschapper scientifique scientist; onderzoek recherche research;
  onderzoeker chercheur researcher; laboratorium laboratoire laboratory; technicus technicien technician; techniek technique technique; ingenieur
  ingénieur engineer; wiskunde mathématiques mathematics; natuurkunde physique physics; scheikunde chimie chemistry; ruimte espace space; radio
  radio radio; televisie télévision television; telefoon téléphone telephone; antenne antenne antenna; reclame publicité advertising`,
  // Trade, work and law
  `handel commerce trade; handelaar négociant merchant; groothandel commerce_de_gros wholesale; groothandelaar grossiste wholesaler; winkel magasin
  shop; verkoop vente sale; verkoper vendeur seller; verkopen vendre sell; koper acheteur buyer; aankoop achat purchase; inkoper acheteur purchaser;
  klant client customer; markt marché market; marktkramer marchand market_vendor; kassa caisse checkout; prijs prix price; geld argent money; bank
  banque bank; bankier banquier banker; lening prêt loan; krediet crédit credit; verzekering assurance insurance; verzekeraar assureur insurer;
  belasting impôt tax; boekhouder comptable accountant; boekhouding comptabilité bookkeeping; begroting budget budget; kost coût cost; lening emprunt
  borrowing; belegging placement investment; investeerder investisseur investor; beurs bourse stock_exchange; makelaar courtier broker; vastgoed
  immobilier real_estate; huur location rent; verhuur location rental; onderneming entreprise company; bedrijf entreprise business; ondernemer
  entrepreneur entrepreneur; leverancier fournisseur supplier; levering livraison delivery; bezorger livreur courier; post poste mail; postbode
  facteur postman; uitvoer exportation export; invoer importation import; douane douane customs; kantoor bureau office; bediende employé clerk;
  secretaris secrétaire secretary; onthaal accueil reception; directeur directeur director; leider dirigeant leader; manager responsable manager;
  beheer gestion management; beheerder gestionnaire administrator; toezicht surveillance supervision; toezichthouder surveillant supervisor;
  ploegbaas chef_d'équipe foreman; planning planification planning; organisatie organisation organisation; vereniging association association;
  vrijwilliger bénévole volunteer; personeel personnel staff; werving recrutement recruitment; loopbaan carrière career; arbeider ouvrier worker;
  werk travail work; beroep métier occupation; vakbond syndicat union; raad conseil council; adviseur conseiller adviser; advies conseil advice;
  overheid gouvernement government; minister ministre minister; burgemeester maire mayor; politiek politique politics; beleid politique policy;
  recht droit law; wet loi law; jurist juriste lawyer; advocaat avocat lawyer; rechter juge judge; rechtbank tribunal court; notaris notaire notary;
  politie police police; gevangenis prison prison; bewaker gardien guard; leger armée army; soldaat soldat soldier; officier officier officer; wapen
  arme weapon; contract contrat contract; vergunning permis permit; octrooi brevet patent; risico risque risk; ongeval accident accident; schade
  dégât damage; schatter expert appraiser; veiling enchère auction; antiek antiquité antique; merk marque brand; statistiek statistique statistics`,
] as const;

/** A word in each language. */
export type WordTriple = Readonly<Record<Locale, string>>;

/** The words of the book; an entry that lacks a language is left out. */
export const WORDBOOK: readonly WordTriple[] = PAGES.flatMap((page) => page.split(";")).flatMap((entry): WordTriple[] => {
  const [nl, fr, en] = entry
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll("_", " "));
  return nl !== undefined && fr !== undefined && en !== undefined ? [{ nl, fr, en }] : [];
});

/**
 * Words that ask, offer and describe without telling what it is about: they count little in a need or offer, whatever the
 * language.
 */
const PLAIN: Readonly<Record<Locale, string>> = {
  nl: `aanbieden aantal activiteit algemeen allerlei basis bedrijf beheersen belangrijk bepaald beschikbaar beschikken bestaan betreffen bieden
    binnen bovendien brengen delen dienst diverse doel eerste ervaren ervaring gaan gebied gebruik gebruiken geven goed groot grote heel helpen
    houden hulp idee instaan kennen kennis klein komen krijgen kunnen laten leren leveren liefst maken mensen middel mogelijk nemen nieuw nodig
    onder ondersteunen ondersteuning onze oplossing paar persoon plaats project samen soort staan steun taak team tijd tijdens tussen uitvoeren
    uur verantwoordelijk verschillende vinden volgen voorzien vragen waarbij waaronder week weten werk werken willen zaak zetten zien zoals
    zoeken zorgen`,
  fr: `ainsi aider aide aimer aller apporter apprendre assurer avoir base besoin bien bon certain chercher chose connaissance connaitre
    concerner demander different disponible divers domaine donner effectuer entre equipe etre experience expertise fois fournir grand groupe
    heure idee important juste maitriser mettre moyen necessaire nouveau nouvelle offrir partager participer personne petit place plusieurs
    possible pouvoir premier prendre preter projet proposer quelque quelqu realiser rechercher responsable savoir service seul solution
    soutenir soutien tache temps travail travailler trouver type utiliser utilisation venir vouloir`,
  en: `able activity add anyone area available based basic bring carry certain come day different do each ensure etc every experience experienced
    expertise find first general get give go good group hand have help helping hour idea include including involve keep kind know knowledge learn
    lend like look looking make making many may must need needed new offer one order other own people perform person place possible project
    provide responsible search see seek share skill small solution someone something support sure take task team thing time together try type
    use used using various want way week well work working`,
};

/** The plain words of a language. */
export const plainWords = (lang: Locale): readonly string[] => PLAIN[lang].split(/\s+/);
