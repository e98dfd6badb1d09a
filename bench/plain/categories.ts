/** Ids of the table `categories`; in a tie the first one listed wins. */
const keywords: Record<number, string> = {
  1: 'software engineer|developer|programmer|frontend|front-end|backend|back-end|full stack|fullstack|web developer|mobile|ios|android|javascript|typescript|python|java|ruby|golang|rust|php|react|node|engineering|engineer|architect|qa|test automation|embedded|firmware|api',
  2: 'project manager|program manager|scrum master|agile coach|delivery manager|pmo|project coordinator|project lead|operations manager|chief of staff|implementation',
  9: 'product manager|product owner|product lead|head of product|product director|roadmap|product strategy|product management|product operations',
  3: 'designer|ux|ui|user experience|user interface|graphic design|visual design|product design|figma|illustrator|creative director|motion design|brand design|user research|interaction design',
  4: 'marketing|seo|sem|growth|content strategist|social media|brand manager|demand generation|email marketing|communications|public relations|community manager|copywriter|performance marketing',
  5: 'data scientist|data analyst|data engineer|machine learning|analytics|business intelligence|statistician|deep learning|nlp|data science|big data|etl|llm|artificial intelligence|researcher',
  6: 'devops|site reliability|sre|infrastructure|cloud engineer|platform engineer|systems administrator|network engineer|security engineer|kubernetes|terraform|aws|azure|docker|ci/cd|cybersecurity',
  7: 'customer support|customer success|support engineer|help desk|technical support|customer service|support specialist|customer experience',
  8: 'sales|account executive|business development|account manager|sales development|sdr|bdr|partnerships|revenue',
  10: 'nurse|physician|clinician|therapist|medical|healthcare|clinical|pharmacist|dietitian',
  11: 'executive assistant|administrative|receptionist|office manager|data entry|virtual assistant',
  12: 'teacher|tutor|instructor|curriculum|instructional designer|trainer|education|lecturer',
  13: 'counsel|lawyer|attorney|paralegal|legal|compliance|contracts manager',
  14: 'accountant|accounting|finance|controller|bookkeeper|tax|auditor|payroll|treasury|fp&a',
  15: 'recruiter|human resources|talent|people operations|people partner|hr|compensation|sourcer',
  16: 'writer|editor|content|technical writer|journalist|translator|proofreader|documentation',
};

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const categoryOf = new Map(
  Object.entries(keywords).flatMap(([id, list]) => list.split('|').map((word) => [word, Number(id)] as const)),
);
// One pass for all keywords, the longest first where several begin alike.
const longestFirst = [...categoryOf.keys()].sort((a, b) => b.length - a.length).map(escape);
const anyKeyword = new RegExp(`\\b(?:${longestFirst.join('|')})\\b`, 'gi');

const DEFAULT = 1;

function winner(text: string): number | undefined {
  const votes = new Map<number, number>();
  for (const [word] of text.matchAll(anyKeyword)) {
    const id = categoryOf.get(word.toLowerCase())!;
    votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  let best: number | undefined;
  for (const [id, count] of votes) if (best === undefined || count > votes.get(best)!) best = id;
  return best;
}

/** The title decides, then the tags, then the description. */
export const categorize = (title: string, tags: string[], description: string) =>
  winner(title) ?? winner(tags.join('\n')) ?? winner(description) ?? DEFAULT;
