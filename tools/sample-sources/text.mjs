/** Word lists and paragraphs that do not depend on the profession. */

/** Additions that employers sometimes make to a title. The last ones make titles messy. */
export const titleEndings = [
  '',
  '',
  '',
  '',
  '',
  '',
  ' ',
  '  ',
  ' (m/f/d)',
  ' - Contract',
  ' (Part-Time)',
  ', 12 Month FTC',
  ' II',
  ' | Join us 🚀',
];

export const roleIntros = [
  'As {title} you will work on {focus}. You join the {team} team, which has {size} people today.',
  'We are looking for a {title} for our {team} team. You will work on {focus}.',
  'The {team} team is growing. As our next {title}, you take care of {focus}, together with {size} colleagues.',
  'You know your trade and like to see the result? Your subject would be {focus}. You report to the head of {team}.',
  'This is a new position in {department}. It is about {focus}, and it comes with the freedom to decide how.',
];

export const aboutExtras = [
  'We have worked in a distributed way since the first day, and we write things down.',
  'We are {size} people in 9 countries. We meet in person twice a year.',
  'Our customers stay with us for 6.5 years on average; our colleagues for a little over 5.',
  'We are profitable, owned by the people who work here & not in a hurry.',
  'Last year our revenue grew by 38% to $21 million, and we intend to keep our heads.',
];

export const dutyHeadings = [
  'What you will do',
  'Your responsibilities',
  'The job',
  'In this role you will',
  'A typical week',
];
export const needHeadings = ['What you bring', 'Requirements', 'About you', 'You have', 'What we are looking for'];
export const benefitHeadings = ['What we offer', 'Benefits', 'Perks & benefits', 'Why join us?'];

export const niceToHave = [
  'You have worked in a distributed team before',
  'Experience in a company of 50 to 300 people',
  'You have taught, written or spoken about your field',
  'You speak a second language',
  'You know our industry from the other side',
];

export const benefits = [
  '30 days of paid leave, and the public holidays of your country',
  'Health, dental and vision insurance from day one',
  '401(k) with a 4% match',
  'A yearly budget of $1,500 for courses, books and conferences',
  'Equipment of your choice, replaced every three years',
  '16 weeks of paid parental leave for all parents',
  'A four-day week in July and August',
  'A home-office allowance of 60 € per month',
  'Stock options, explained in plain language',
  'A sabbatical of two months after five years',
  'Free coffee, at home too ☕',
  'Two team weeks a year; the last one was by the sea',
];

export const officeSentences = {
  hybrid: [
    'We work hybrid: two or three days a week in our {city} office, the rest from home.',
    'This is a hybrid position. Please live within reach of {city}; Tuesday and Thursday are office days.',
    'Our {city} office is open every day; we ask for eight days a month there.',
  ],
  onsite: [
    'This position is on-site in {city}. It cannot be done remotely.',
    'You work in our {city} office, five days a week.',
    'Because of the machines you work with, this job is based at our {city} site.',
  ],
};

export const closings = [
  'We welcome applications from people of every background, age, origin, faith, gender and ability. ' +
    'Tell us if you need an adjustment for the interview.',
  'We decide on skill and attitude only. If you meet most of the points above but not all, please apply.',
  'All applicants are considered fairly. We answer every application within ten working days.',
];

export const applyLines = [
  'Send us a short letter and your CV. No photo, please.',
  'Apply with the form below; it takes five minutes. Questions? Write to [jobs@example.com](mailto:jobs@example.com).',
  'Read more about how we hire at [our careers page](https://careers.example.com/how-we-hire?lang=en&from=ad).',
  'Would you like to talk first? Maren Oduya-Falk from our people team calls you back. 📞',
];

export const interviewRows = [
  ['Step', 'With whom', 'Length'],
  ['First call', 'Recruiter', '30 min'],
  ['Work sample', 'Two colleagues', '90 min'],
  ['Team conversation', 'Your future team', '60 min'],
  ['Offer', 'Hiring manager', '20 min'],
];

/** Sentences that an edit adds to a posting. */
export const notes = [
  'Update: applications are now reviewed every Monday.',
  'Update: the start date is flexible within the next four months.',
  'Update: we have added a second opening to this team.',
  'Update: the work sample is now paid with 150 € / $160.',
  'Update: part-time (80%) is possible.',
];

/**
 * Harmless attacks, as a hostile employer might send them; each could only change the page's title. A site that
 * shows the sentence before it and an unchanged title has cleansed it well.
 */
export const attacks = [
  '<p>A script follows this sentence.<script>document.title = "sample attack 1"</script></p>',
  '<p>A picture that cannot be loaded: <img src=x onerror=\'document.title="sample attack 2"\'></p>',
  '<p onclick="document.title=1">A <a href="javascript:document.title=\'sample attack 3\'">link that is none</a>.</p>',
  '<svg onload="document.title=\'sample attack 4\'"></svg><p style="position:fixed;inset:0">This covers the page.</p>',
];

/** RemoteOK's words for the anti-spam tail. */
export const mentionWords = ['WHEELBARROW', 'MARMALADE', 'LIGHTHOUSE', 'UMBRELLA', 'HEDGEHOG', 'CARDAMOM', 'TRAMWAY'];
