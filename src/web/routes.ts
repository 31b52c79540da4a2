// The whole portal: every address, in the order of the road. Nothing is reachable that does not stand here (test/architecture).
import { attachmentRoutes } from '../application/attachment-routes.ts';
import { formRoutes } from '../application/form-routes.ts';
import { howRoutes } from '../application/how-routes.ts';
import { receiptRoutes } from '../application/receipt-routes.ts';
import { serviceRoutes } from '../application/service-routes.ts';
import { signingRoutes } from '../application/signing-routes.ts';
import { supplementRoutes } from '../application/supplement-routes.ts';
import { cabinetRoutes } from '../cabinet/cabinet-routes.ts';
import { citizenComplaintRoutes } from '../complaints/citizen-routes.ts';
import { complaintDeskRoutes } from '../complaints/desk-routes.ts';
import { paperComplaintRoutes } from '../complaints/paper-routes.ts';
import type { Portal } from '../compose.ts';
import type { RouteRow } from '../http/route.ts';
import { identityRoutes } from '../identity/identity-routes.ts';
import { keyRoutes } from '../identity/key-routes.ts';
import { substitutionRoutes } from '../identity/substitution-routes.ts';
import { intakeEndRoutes } from '../intake/intake-end-routes.ts';
import { intakeRoutes } from '../intake/intake-routes.ts';
import { handOverRoutes } from '../office/hand-over-routes.ts';
import { journalRoutes } from '../office/journal-routes.ts';
import { officeRoutes } from '../office/office-routes.ts';
import { signPaperRoutes } from '../office/sign-routes.ts';
import { termRoutes } from '../office/term-routes.ts';
import { verificationRoutes } from '../verification/verification-routes.ts';
import { counterRoutes } from '../counter/counter-routes.ts';
import { calendarRoutes } from '../reference/calendar-routes.ts';
import { publicRoutes } from './public-routes.ts';

export function portalRows(portal: Portal): RouteRow[] {
  const { applications, clock, complaints, identity, intake, office } = portal;
  return [
    ...publicRoutes(),
    ...verificationRoutes(portal.verification),
    ...identityRoutes(identity),
    ...keyRoutes(identity),
    ...substitutionRoutes(identity),
    ...serviceRoutes(applications),
    ...howRoutes(),
    ...formRoutes(applications, clock),
    ...attachmentRoutes(applications),
    ...signingRoutes(applications),
    ...receiptRoutes(applications),
    ...supplementRoutes(applications),
    ...citizenComplaintRoutes(portal),
    ...cabinetRoutes(portal),
    ...officeRoutes(portal),
    ...journalRoutes(office),
    ...calendarRoutes(portal.reference),
    ...counterRoutes(portal.counter),
    ...termRoutes(office),
    ...signPaperRoutes(office),
    ...handOverRoutes(office),
    ...paperComplaintRoutes(complaints),
    ...complaintDeskRoutes(complaints),
    ...intakeRoutes(intake),
    ...intakeEndRoutes(intake, applications),
  ];
}
