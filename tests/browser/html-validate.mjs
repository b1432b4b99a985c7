/* What html-validate asks of each built page: the HTML standard and its rules of accessibility.
   Style is left to the templates. Each exception has its reason. */

/* On narrow screens the rows of tables are laid out as cards, and browsers then forget that they
   are tables: the roles of a table are written out, and repeat nothing. */
const table = ["table", "caption", "thead", "tbody", "tr", "th", "td"];
const withoutRole = Object.fromEntries(table.map((tag) => [tag, { aria: { implicitRole: () => null } }]));

export default {
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  elements: ["html5", withoutRole],
  rules: {
    /* The list of indicators is filtered while its reader types: there is nothing to submit. */
    "wcag/h32": "off",
    /* A heading element may not stand in a <th>, where the name of an area does. */
    "prefer-native-element": ["error", { exclude: ["heading"] }],
  },
};
