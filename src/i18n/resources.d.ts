import "i18next";
import type calendar from "../../locales/nl/calendar.json";
import type chatSettings from "../../locales/nl/chat-settings.json";
import type companion from "../../locales/nl/companion.json";
import type feedback from "../../locales/nl/feedback.json";
import type helpLines from "../../locales/nl/help-lines.json";
import type hours from "../../locales/nl/hours.json";
import type places from "../../locales/nl/places.json";
import type posters from "../../locales/nl/posters.json";
import type privacy from "../../locales/nl/privacy.json";
import type questions from "../../locales/nl/questions.json";
import type reports from "../../locales/nl/reports.json";
import type sharing from "../../locales/nl/sharing.json";
import type telegram from "../../locales/nl/telegram.json";
import type time from "../../locales/nl/time.json";
import type topics from "../../locales/nl/topics.json";

/** Keys are typed from the Dutch files; a test sees to it that the other languages have the same. */
declare module "i18next" {
  interface CustomTypeOptions {
    resources: {
      calendar: typeof calendar;
      "chat-settings": typeof chatSettings;
      companion: typeof companion;
      feedback: typeof feedback;
      "help-lines": typeof helpLines;
      hours: typeof hours;
      places: typeof places;
      posters: typeof posters;
      privacy: typeof privacy;
      questions: typeof questions;
      reports: typeof reports;
      sharing: typeof sharing;
      telegram: typeof telegram;
      time: typeof time;
      topics: typeof topics;
    };
  }
}
