/**
 * The made-up employers. No company, person or text here is real.
 *
 * @typedef {object} Board a board that a source answers
 * @property {string} source its name
 * @property {string} slug as in the URL; '' for the aggregators
 * @property {string} name the employer; '' for the aggregators, whose postings name many
 * @property {string} pitch what the employer does, as its postings begin
 * @property {number} size postings at step 0
 * @property {number} cap postings at most: the oldest makes room for a new one
 * @property {number} period steps between two turns; 0 means the board never changes
 * @property {string[]} regions where it hires, keys of `regions` in regions.mjs, the usual ones repeated
 * @property {number} remoteShare
 * @property {number} hybridShare the rest is on-site
 * @property {string[]} changes what happens, in turn, two at a time
 * @property {[number, number]} lifeDays how long a posting stays open
 * @property {string} [remoteSign] Greenhouse: where "remote" is said: location | workplace | locationType | office
 * @property {string[]} [hires] categories; all but the specialised ones when missing
 * @property {boolean} [flaky] answers 500 now and then
 * @property {number} [attack] one posting holds this one of `attacks` in text.mjs
 */

/** Categories in which only employers of the trade hire. */
export const specialised = ['Healthcare & Medical', 'Education & Training'];

const boardChanges = ['go', 'come', 'edit', 'return'];

/** @returns {Board} */
function board(source, slug, name, size, period, rest) {
  return {
    source,
    slug,
    name,
    pitch: '',
    size,
    period,
    cap: size + 2,
    changes: boardChanges,
    lifeDays: [40, 400],
    regions: ['us'],
    remoteShare: 0.5,
    hybridShare: 0.25,
    ...rest,
  };
}

export const boards = [
  board('greenhouse', 'brindlecove', 'Brindlecove', 60, 2, {
    pitch:
      'Brindlecove makes bookkeeping software for shops, workshops and cafés. ' +
      'Some 48,000 small businesses close their month with us, and most of them do it before lunch.',
    regions: ['us', 'us', 'us', 'ca', 'uk', 'ie', 'world', 'northAmerica'],
    remoteShare: 0.55,
    remoteSign: 'workplace',
    attack: 0,
  }),
  board('greenhouse', 'larkspanhealth', 'Larkspan Health', 44, 3, {
    pitch:
      'Larkspan Health connects patients in rural counties with nurses and doctors by video. ' +
      'Founded in 2016, we have raised $62 million from investors who like patient numbers better than growth charts.',
    regions: ['us', 'us', 'us', 'us', 'ca'],
    remoteShare: 0.6,
    remoteSign: 'location',
    hires: [
      'Healthcare & Medical',
      'Healthcare & Medical',
      'Programming & Development',
      'Customer Support',
      'Administrative & Reception',
      'Data Science & Analytics',
      'Human Resources',
      'Legal',
      'Product Management',
    ],
  }),
  board('greenhouse', 'quillmarsh', 'Quillmarsh Learning', 31, 2, {
    pitch:
      'Quillmarsh Learning writes reading and mathematics courses that schools in eleven countries use every day. ' +
      'We are a team of teachers, editors & engineers.',
    regions: ['uk', 'uk', 'ie', 'de', 'es', 'europe', 'ukIreland'],
    remoteSign: 'office',
    hires: [
      'Education & Training',
      'Writing & Content',
      'Education & Training',
      'Design',
      'Programming & Development',
      'Marketing',
      'Customer Support',
      'Project Management',
    ],
  }),
  board('greenhouse', 'tessalinerobotics', 'Tessaline Robotics', 24, 4, {
    pitch:
      'Tessaline Robotics builds quiet little robots that sort returned parcels. ' +
      'Nine warehouses run on them today, and the tenth opens in spring.',
    regions: ['de', 'de', 'ch', 'pl', 'us', 'jp'],
    remoteShare: 0.25,
    hybridShare: 0.3,
    remoteSign: 'locationType',
    hires: [
      'Programming & Development',
      'DevOps & Infrastructure',
      'Project Management',
      'Data Science & Analytics',
      'Sales',
      'Human Resources',
      'Accounting & Finance',
    ],
  }),
  board('greenhouse', 'mosslatch', 'Mosslatch Freight', 18, 3, {
    pitch:
      'Mosslatch Freight books space on trucks that would otherwise drive home empty. ' +
      'Last year our customers saved 31,000 tonnes of CO₂ and roughly $90 million in freight.',
    regions: ['us', 'mx', 'latam', 'br', 'us'],
    remoteShare: 0.45,
    remoteSign: 'location',
    hires: [
      'Sales',
      'Customer Support',
      'Project Management',
      'Accounting & Finance',
      'DevOps & Infrastructure',
      'Programming & Development',
    ],
  }),
  board('greenhouse', 'haverglint', 'Haverglint Energy', 14, 6, {
    pitch:
      'Haverglint Energy forecasts what the wind will do tomorrow, so that grids can plan for it. ' +
      'Our forecasts cover 14 gigawatts of turbines on three continents.',
    regions: ['nl', 'se', 'emea', 'za', 'uk'],
    remoteSign: 'location',
    hires: ['Data Science & Analytics', 'DevOps & Infrastructure', 'Sales', 'Product Management', 'Legal'],
    flaky: true,
  }),
  board('greenhouse', 'ostrichfern', 'Ostrichfern Games', 8, 0, {
    pitch: 'Ostrichfern Games makes calm puzzle games that fit between two tram stops. 🎮 Nobody works weekends.',
    regions: ['ca', 'pl', 'world'],
    remoteShare: 0.75,
    remoteSign: 'workplace',
    hires: ['Design', 'Programming & Development', 'Writing & Content', 'Marketing'],
  }),
  board('greenhouse', 'vellumfox', 'Vellumfox', 6, 1, {
    pitch: 'Vellumfox reads contracts so that lawyers can spend the evening with their families.',
    regions: ['uk', 'us', 'ukIreland'],
    remoteShare: 0.7,
    remoteSign: 'location',
    hires: ['Legal', 'Programming & Development', 'Legal', 'Sales'],
  }),
  board('lever', 'Wrenfold', 'Wrenfold', 40, 2, {
    pitch:
      'Wrenfold runs payroll for companies whose people live in many countries. ' +
      'We pay 210,000 people on time, every month, in 37 currencies.',
    regions: ['world', 'europe', 'latam', 'apac', 'us', 'pt', 'in'],
    remoteShare: 0.65,
  }),
  board('lever', 'nettlebyte', 'Nettlebyte Security', 27, 3, {
    pitch:
      'Nettlebyte Security finds the open door in your network before somebody else does. ' +
      'Hospitals, harbours and two railways rely on us.',
    regions: ['us', 'ie', 'in', 'au', 'sg', 'northAmerica'],
    hires: [
      'DevOps & Infrastructure',
      'Programming & Development',
      'Sales',
      'Customer Support',
      'Marketing',
      'Product Management',
      'Human Resources',
      'Administrative & Reception',
    ],
    attack: 1,
  }),
  board('lever', 'saltmarrow', 'Saltmarrow Studios', 19, 1, {
    pitch: 'Saltmarrow Studios designs museum exhibitions and the websites that go with them.',
    regions: ['fr', 'nl', 'uk', 'europe'],
    remoteShare: 0.4,
    hybridShare: 0.4,
    hires: ['Design', 'Writing & Content', 'Project Management', 'Marketing', 'Education & Training'],
  }),
  board('lever', 'plumbarrow', 'Plumbarrow Analytics', 13, 3, {
    pitch:
      'Plumbarrow Analytics answers one question for supermarkets: how much bread should we bake tomorrow? ' +
      'In 2024 we closed a €18m Series B.',
    regions: ['de', 'at', 'ch', 'pl', 'dach'],
    hires: ['Data Science & Analytics', 'Programming & Development', 'Product Management', 'Accounting & Finance'],
  }),
  board('lever', 'thriftwillow', 'Thriftwillow', 8, 5, {
    pitch: 'Thriftwillow is a savings app for people who have never liked a savings app.',
    regions: ['br', 'mx', 'latam', 'pt'],
    hires: ['Accounting & Finance', 'Customer Support', 'Marketing', 'Legal'],
  }),
  board('lever', 'kestrelby-care', 'Kestrelby Care', 5, 0, {
    pitch: 'Kestrelby Care organises visiting nurses and therapists for older people at home.',
    regions: ['uk', 'ie'],
    remoteShare: 0.4,
    hires: ['Healthcare & Medical', 'Administrative & Reception', 'Human Resources'],
  }),
  board('ashby', 'Tidewater Maps', 'Tidewater Maps', 22, 2, {
    pitch: 'Tidewater Maps tells ferries, fishers and swimmers what the sea will do this afternoon.',
    regions: ['us', 'us', 'ca', 'northAmerica', 'latam', 'pt'],
    remoteShare: 0.5,
    hires: ['Programming & Development', 'Data Science & Analytics', 'Product Management', 'Sales', 'Customer Support'],
  }),
  board('ashby', 'gorseandgale', 'Gorseandgale', 9, 4, {
    pitch: 'Gorseandgale plans the power lines that bring wind from the hills to the towns.',
    regions: ['uk', 'ie', 'ukIreland'],
    remoteShare: 0.6,
    hires: ['Project Management', 'Programming & Development', 'Legal'],
  }),
  board('recruitee', 'kitewright', 'Kitewright B.V.', 14, 3, {
    pitch: 'Kitewright builds kites that pull cargo ships, and the software that flies them.',
    regions: ['nl', 'de', 'pt', 'europe'],
    remoteShare: 0.45,
    hires: ['Programming & Development', 'Design', 'Marketing', 'Project Management'],
  }),
  board('workable', 'lantern-loom', 'Lantern & Loom', 12, 3, {
    pitch: 'Lantern & Loom weaves lamps out of glass fibre, and sells them in forty countries.',
    regions: ['ukIreland', 'fr', 'europe', 'es'],
    remoteShare: 0.6,
    hires: ['Marketing', 'Customer Support', 'Writing & Content', 'Sales'],
  }),
];

/** A board in the rotation that is gone: Greenhouse answers 404. */
export const goneBoard = { source: 'greenhouse', slug: 'emberquay', name: 'Emberquay' };

/** A board in the rotation without a posting: Lever answers `200 []`. */
export const emptyBoard = board('lever', 'foglantern', 'Foglantern Coffee', 0, 0, {});

/** Boards in no list, for discovery to find. */
export const hiddenBoards = [
  board('greenhouse', 'blueheronlabs', 'Blue Heron Labs', 7, 5, {
    pitch: 'Blue Heron Labs measures the water quality of rivers with sensors the size of a matchbox.',
    regions: ['us', 'ca', 'northAmerica'],
    remoteSign: 'location',
    hires: ['Data Science & Analytics', 'Programming & Development', 'Project Management'],
  }),
  board('greenhouse', 'quietanvil', 'Quiet Anvil', 6, 4, {
    pitch: 'Quiet Anvil sells refurbished machine tools to small workshops.',
    regions: ['us', 'ca'],
    remoteSign: 'office',
    hires: ['Sales', 'Customer Support', 'Accounting & Finance'],
  }),
  board('greenhouse', 'pale-lantern', 'Pale Lantern', 0, 0, {}),
  board('greenhouse', 'velvetanchor', 'Velvet Anchor', 4, 0, {
    pitch: 'Velvet Anchor books boats, berths and skippers.',
    regions: ['es', 'fr', 'europe'],
    remoteSign: 'workplace',
    hires: ['Marketing', 'Programming & Development'],
  }),
  board('lever', 'velvetanchor', 'Velvet Anchor', 3, 0, {
    pitch: 'Velvet Anchor books boats, berths and skippers.',
    regions: ['es', 'fr', 'europe'],
    hires: ['Customer Support', 'Administrative & Reception'],
  }),
  board('lever', 'copperthistle', 'Copper Thistle', 6, 5, {
    pitch: 'Copper Thistle insures bicycles, cargo bikes and the people on them.',
    regions: ['de', 'dach', 'at'],
    hires: ['Legal', 'Accounting & Finance', 'Customer Support', 'Design'],
  }),
  board('lever', 'sunkenOrchard', 'Sunken Orchard', 5, 6, {
    pitch: 'Sunken Orchard records audiobooks for languages with few speakers.',
    regions: ['world', 'africa'],
    remoteShare: 0.9,
    hires: ['Writing & Content', 'Project Management', 'Marketing'],
  }),
  board('lever', 'tarn-and-tinder', 'Tarn and Tinder', 4, 0, {
    pitch: 'Tarn and Tinder rents out cabins that can only be reached on foot.',
    regions: ['se', 'uk'],
    hires: ['Customer Support', 'Marketing', 'Administrative & Reception'],
  }),
  board('ashby', 'amberfinch', 'Amberfinch', 6, 4, {
    pitch: 'Amberfinch teaches computers to hear which machine in a factory is about to fail.',
    regions: ['us', 'world'],
    remoteShare: 0.8,
    hires: ['Data Science & Analytics', 'Programming & Development'],
  }),
  board('recruitee', 'mudlark', 'Mudlark Toys', 5, 5, {
    pitch: 'Mudlark Toys makes toys from what the tide leaves behind.',
    regions: ['nl', 'europe'],
    remoteShare: 0.7,
    hires: ['Design', 'Marketing'],
  }),
];

/**
 * Candidates for discovery, as people write them, and the boards that stand behind them.
 * @type {{ slug: string, boards: { source: string, slug: string }[] }[]}
 */
export const candidates = [
  { slug: 'Blue Heron Labs', boards: [{ source: 'greenhouse', slug: 'blueheronlabs' }] },
  { slug: 'Quiet Anvil Inc.', boards: [{ source: 'greenhouse', slug: 'quietanvil' }] },
  { slug: 'pale-lantern', boards: [{ source: 'greenhouse', slug: 'pale-lantern' }] },
  {
    slug: 'velvetanchor',
    boards: [
      { source: 'greenhouse', slug: 'velvetanchor' },
      { source: 'lever', slug: 'velvetanchor' },
    ],
  },
  { slug: 'Copper Thistle GmbH', boards: [{ source: 'lever', slug: 'copperthistle' }] },
  { slug: 'sunken-orchard', boards: [{ source: 'lever', slug: 'sunkenOrchard' }] },
  { slug: 'tarn_and_tinder', boards: [{ source: 'lever', slug: 'tarn-and-tinder' }] },
  { slug: 'Amberfinch', boards: [{ source: 'ashby', slug: 'amberfinch' }] },
  { slug: 'mudlark', boards: [{ source: 'recruitee', slug: 'mudlark' }] },
  { slug: 'imaginary-ferry', boards: [] },
  { slug: 'Unbuilt Bridges Ltd', boards: [] },
  { slug: 'nobodys_bakery', boards: [] },
  { slug: 'the-shop-that-never-was', boards: [] },
];

const feed = { slug: '', name: '', pitch: '', lifeDays: [25, 54], regions: [] };

/** The aggregators; like the real ones they lose a posting only when newer ones push it out. */
export const feeds = [
  {
    ...feed,
    source: 'remoteok',
    size: 90,
    cap: 100,
    period: 2,
    changes: ['come', 'edit', 'come'],
    regions: ['us', 'us', 'world', 'world', 'uk', 'de', 'in', 'pl', 'ch', 'br', 'europe', 'ukIreland'],
    remoteShare: 0.85,
    hybridShare: 0.05,
    attack: 2,
  },
  {
    ...feed,
    source: 'himalayas',
    size: 120,
    cap: 130,
    period: 1,
    changes: ['come', 'come', 'edit'],
    regions: ['us', 'us', 'us', 'world', 'uk', 'in', 'dach', 'latam', 'europe', 'africa', 'ph', 'ca', 'br'],
    remoteShare: 1,
    hybridShare: 0,
    attack: 3,
  },
  {
    ...feed,
    source: 'jobicy',
    size: 90,
    cap: 100,
    period: 2,
    changes: ['come', 'come', 'edit'],
    regions: ['us', 'us', 'uk', 'latam', 'de', 'world', 'europe', 'apac', 'emea'],
    remoteShare: 1,
    hybridShare: 0,
  },
];

/**
 * Employers in the aggregators' postings, their business, and the specialised category they hire for, if any.
 * Some have a board above, most have none.
 */
export const aggregatorCompanies = [
  ['Blue Heron Labs', 'measures the water quality of rivers with sensors the size of a matchbox'],
  ['Copper Thistle', 'insures bicycles, cargo bikes and the people on them'],
  ['Sunken Orchard', 'records audiobooks for languages with few speakers'],
  ['Larkspan Health', 'connects patients in rural counties with nurses and doctors by video', 'Healthcare & Medical'],
  ['Brújula Verde', 'plans planting days for cities from Oaxaca to Córdoba'],
  ['Łąka Data', 'keeps maps of meadows, and of everything that flies above them'],
  ['Grünspan Werke', 'restores copper roofs and teaches others how to do it', 'Education & Training'],
  ['Santé Coquelicot', 'helps small clinics with their appointments', 'Healthcare & Medical'],
  ['Aisle & Acorn', 'plans weddings in forests, orchards and barns'],
  ['Lumen & Loam', 'sells lamps for indoor gardens'],
  ['Sakurabashi 桜橋 Works', 'localises games and manuals between Japanese and English'],
  ['Hopscotch Ledger', 'does the books for kindergartens'],
  ['Pelican Drift', 'rents out camper vans'],
  ['Tin Whistle Payroll', 'pays musicians, stagehands and choirs'],
  ['Nightjar Helpdesk', 'answers support tickets while its customers sleep'],
  ['Fathom Fern', 'runs a video platform for science teachers', 'Education & Training'],
  ['Oatgrass People', 'finds staff for organic farms'],
  ['Mica & Moth', 'makes a design tool for textile patterns'],
  ['Bramble Court Reporting', 'transcribes hearings, word by word'],
  ['Knotweed Cloud', 'hosts databases in twelve regions'],
  ['Parsnip Post', 'delivers vegetable boxes & recipes'],
  ['Otterbridge Translations', 'translates patient leaflets into forty languages'],
  ['Ruddy Lantern Group', 'lends to cooperatives'],
  ['Marrowfield Media', 'publishes newsletters about gardens, trains and cheese'],
];
