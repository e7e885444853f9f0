import type { CampusSeed } from "./types";

// prettier-ignore
export const ATELIER_MEUSE = {
  slug: "atelier-meuse", name: "Atelier Meuse", place: "Liège", address: "Quai des Serres 14, 4020 Liège",
  zone: "Europe/Brussels", languages: ["fr", "nl", "en"],
  about: {
    nl: "Kleine zustercampus aan de Maas, met een kas op het dak en een stille werkplaats.",
    fr: "Petit campus frère au bord de la Meuse, avec une serre sur le toit et un atelier calme.",
    en: "Small sister campus on the Meuse, with a greenhouse on the roof and a quiet workshop.",
  },
  opening: [
    { weekday: 1, from: "09:00", to: "17:00" },
    { weekday: 2, from: "09:00", to: "20:00" },
    { weekday: 3, from: "09:00", to: "17:00" },
    { weekday: 4, from: "09:00", to: "17:00" },
    { weekday: 5, from: "09:00", to: "16:00" },
  ],
  closures: [
    { kind: "dates", from: "2026-11-11", to: "2026-11-11", reason: { nl: "Wapenstilstand", fr: "Armistice", en: "Armistice Day" } },
    { kind: "dates", from: "2026-12-21", to: "2027-01-03", reason: { nl: "Wintersluiting", fr: "Congé d'hiver", en: "Winter closure" } },
    { kind: "dates", from: "2027-07-19", to: "2027-07-30", reason: { nl: "Zomersluiting", fr: "Congé d'été", en: "Summer closure" } },
  ],
  spaces: [
    {
      code: "liege-greenhouse", kind: "greenhouse", name: { nl: "Dakserre", fr: "La serre du toit", en: "Roof greenhouse" },
      about: { nl: "Licht, planten en een lange tafel.", fr: "De la lumière, des plantes et une longue table.", en: "Light, plants and a long table." },
      leaves: [
        { code: "liege-desk-1", kind: "desk", name: { nl: "Bureau 1", fr: "Bureau 1", en: "Desk 1" },
          capacity: 1, inductionRequired: false, bufferMinutes: 0, term: "desk", rect: { x: 8, y: 10, w: 22, h: 22 } },
        { code: "liege-desk-2", kind: "desk", name: { nl: "Bureau 2", fr: "Bureau 2", en: "Desk 2" },
          capacity: 1, inductionRequired: false, bufferMinutes: 0, term: "desk", rect: { x: 36, y: 10, w: 22, h: 22 } },
        { code: "liege-table", kind: "room", name: { nl: "Lange tafel", fr: "Longue table", en: "Long table" },
          capacity: 10, inductionRequired: false, bufferMinutes: 15, term: "meeting-room", rect: { x: 12, y: 50, w: 76, h: 30 } },
      ],
    },
    {
      code: "liege-lab", kind: "company_lab", name: { nl: "Bedrijfslabo Maas", fr: "Bedrijfslabo Meuse", en: "Bedrijfslabo Meuse" },
      about: {
        nl: "Banken voor bedrijven die een tijdje blijven.",
        fr: "Des établis pour les entreprises de passage.",
        en: "Benches for companies that stay a while.",
      },
      leaves: [
        { code: "liege-bench-1", kind: "bench", name: { nl: "Werkbank 1", fr: "Établi 1", en: "Workbench 1" },
          capacity: 2, inductionRequired: false, bufferMinutes: 0, term: "workbench", rect: { x: 8, y: 10, w: 26, h: 22 } },
        { code: "liege-bench-2", kind: "bench", name: { nl: "Werkbank 2", fr: "Établi 2", en: "Workbench 2" },
          capacity: 2, inductionRequired: false, bufferMinutes: 0, term: "workbench", rect: { x: 40, y: 10, w: 26, h: 22 } },
        { code: "liege-printer", kind: "machine", name: { nl: "3D-printer", fr: "Imprimante 3D", en: "3D printer" },
          capacity: 1, inductionRequired: true, bufferMinutes: 15, term: "printer-3d", rect: { x: 74, y: 10, w: 18, h: 18 } },
        { code: "liege-laser", kind: "machine", name: { nl: "Lasercutter", fr: "Découpeuse laser", en: "Laser cutter" },
          capacity: 2, inductionRequired: true, bufferMinutes: 15, term: "laser-cutter", rect: { x: 8, y: 50, w: 34, h: 36 } },
        { code: "liege-sewing", kind: "machine", name: { nl: "Naaimachine", fr: "Machine à coudre", en: "Sewing machine" },
          capacity: 1, inductionRequired: false, bufferMinutes: 0, term: "sewing-machine", rect: { x: 52, y: 54, w: 20, h: 20 } },
      ],
    },
    {
      code: "liege-materials", kind: "sector_lab", sector: "materials", name: { nl: "Metaalhoek", fr: "Coin métal", en: "Metal corner" },
      about: { nl: "Koper, staal en vlas.", fr: "Cuivre, acier et lin.", en: "Copper, steel and flax." },
      mayBook: ["student", "job_seeker", "employee", "entrepreneur", "teacher", "company"],
      leaves: [
        { code: "liege-brazing", kind: "bench", name: { nl: "Hardsoldeerplek", fr: "Poste de brasage", en: "Brazing bench" },
          capacity: 1, inductionRequired: true, bufferMinutes: 15, term: "welding-bench", rect: { x: 10, y: 12, w: 34, h: 30 } },
        { code: "liege-solder", kind: "bench", name: { nl: "Soldeerplek", fr: "Poste de soudure", en: "Solder station" },
          capacity: 1, inductionRequired: true, bufferMinutes: 0, term: "solder-station", rect: { x: 56, y: 12, w: 30, h: 30 } },
      ],
    },
  ],
} as const satisfies CampusSeed;
