/** The categories, as migrations/0001_create_tables.sql numbers them. */
export const CATEGORIES = [
  { id: 1, name: 'Programming & Development', slug: 'programming-development' },
  { id: 2, name: 'Project Management', slug: 'project-management' },
  { id: 3, name: 'Design', slug: 'design' },
  { id: 4, name: 'Marketing', slug: 'marketing' },
  { id: 5, name: 'Data Science & Analytics', slug: 'data-science-analytics' },
  { id: 6, name: 'DevOps & Infrastructure', slug: 'devops-infrastructure' },
  { id: 7, name: 'Customer Support', slug: 'customer-support' },
  { id: 8, name: 'Sales', slug: 'sales' },
  { id: 9, name: 'Product Management', slug: 'product-management' },
  { id: 10, name: 'Healthcare & Medical', slug: 'healthcare-medical' },
  { id: 11, name: 'Administrative & Reception', slug: 'administrative-reception' },
  { id: 12, name: 'Education & Training', slug: 'education-training' },
  { id: 13, name: 'Legal', slug: 'legal' },
  { id: 14, name: 'Accounting & Finance', slug: 'accounting-finance' },
  { id: 15, name: 'Human Resources', slug: 'human-resources' },
  { id: 16, name: 'Writing & Content', slug: 'writing-content' },
] as const;
