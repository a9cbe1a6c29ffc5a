import type { MilestoneWords } from '../milestones.ts';

const days = (many: number) => `${many} ${many === 1 ? 'day' : 'days'}`;

export const milestoneWords: MilestoneWords = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  onTime: (onTime, due, percent) => `${onTime} of ${due} due were done on time (${percent}%)`,
  nothingDue: 'nothing is due yet',
  overdueCount: (count) => `${count} overdue`,
  late: (late) => `${days(late)} late`,
  done: (day) => `done ${day}`,
  doneLate: (day, late) => `done ${day}, ${days(late)} late`,
  dueIn: (left) => (left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${days(left)}`),
  dueOn: (day) => `due ${day}`,
  noDate: 'no due date',
  legend: { due: 'due', done: 'done', late: 'late', early: 'time left', today: 'today' },
  none: 'There are no milestones yet. They belong to the stage that plans the activity:',
  next: 'Next milestones',
  overdue: 'Overdue milestones',
  more: (count) => `and ${count} more:`,
};
