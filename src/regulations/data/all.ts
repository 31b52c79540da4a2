// Every version of every procedure. A new procedure is one folder and one line here (README.md, "Adding a procedure").
import type { Regulation } from '../regulation.ts';
import { aktogayAsp2013, aktogayAsp2013Akim } from './aktogay-asp-2013/regulations.ts';
import { astana1581286 } from './astana-158-1286/regulation.ts';
import { complaint2015Quality } from './complaints/complaint-2015-quality.ts';
import { complaint2015 } from './complaints/complaint-2015.ts';
import { complaintCode2021 } from './complaints/complaint-code-2021.ts';
import { kostanay5651 } from './kostanay-565/1-fuel.ts';
import { kostanay5652 } from './kostanay-565/2-child-allowance.ts';
import { kostanay5653 } from './kostanay-565/3-certificate.ts';
import { kostanay5654 } from './kostanay-565/4-targeted-assistance.ts';
import { kostanay5655 } from './kostanay-565/5-home-schooling.ts';
import { kostanay5656 } from './kostanay-565/6-social-help.ts';
import { kostanay5657 } from './kostanay-565/7-housing.ts';
import { order842023 } from './order-84-2023/regulation.ts';

export const allRegulations: readonly Regulation[] = [
  astana1581286,
  kostanay5651,
  kostanay5652,
  kostanay5653,
  kostanay5654,
  kostanay5655,
  kostanay5656,
  kostanay5657,
  aktogayAsp2013,
  aktogayAsp2013Akim,
  order842023,
  complaint2015,
  complaint2015Quality,
  complaintCode2021,
];
