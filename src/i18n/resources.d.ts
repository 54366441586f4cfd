import "i18next";
import type broadcasts from "../../locales/nl/broadcasts.json";
import type calendar from "../../locales/nl/calendar.json";
import type chatSettings from "../../locales/nl/chat-settings.json";
import type companion from "../../locales/nl/companion.json";
import type face from "../../locales/nl/face.json";
import type feedback from "../../locales/nl/feedback.json";
import type helpLines from "../../locales/nl/help-lines.json";
import type hours from "../../locales/nl/hours.json";
import type logbook from "../../locales/nl/logbook.json";
import type placeEditing from "../../locales/nl/place-editing.json";
import type places from "../../locales/nl/places.json";
import type posters from "../../locales/nl/posters.json";
import type privacy from "../../locales/nl/privacy.json";
import type questions from "../../locales/nl/questions.json";
import type reports from "../../locales/nl/reports.json";
import type scheduleChanges from "../../locales/nl/schedule-changes.json";
import type setup from "../../locales/nl/setup.json";
import type sharing from "../../locales/nl/sharing.json";
import type staff from "../../locales/nl/staff.json";
import type subscriptions from "../../locales/nl/subscriptions.json";
import type telegram from "../../locales/nl/telegram.json";
import type time from "../../locales/nl/time.json";
import type topics from "../../locales/nl/topics.json";

/** Keys are typed from the Dutch files; a test sees to it that the other languages have the same. */
declare module "i18next" {
  interface CustomTypeOptions {
    resources: {
      broadcasts: typeof broadcasts;
      calendar: typeof calendar;
      "chat-settings": typeof chatSettings;
      companion: typeof companion;
      face: typeof face;
      feedback: typeof feedback;
      "help-lines": typeof helpLines;
      hours: typeof hours;
      logbook: typeof logbook;
      "place-editing": typeof placeEditing;
      places: typeof places;
      posters: typeof posters;
      privacy: typeof privacy;
      questions: typeof questions;
      reports: typeof reports;
      "schedule-changes": typeof scheduleChanges;
      setup: typeof setup;
      sharing: typeof sharing;
      subscriptions: typeof subscriptions;
      staff: typeof staff;
      telegram: typeof telegram;
      time: typeof time;
      topics: typeof topics;
    };
  }
}
