// A section of a record in the editor: its text or, in its place, why and when it was put off.

const BOX = { width: "100%", boxSizing: "border-box", font: "inherit", fieldSizing: "content" };
const PROSE = { ...BOX, minHeight: "10em", padding: "12px", resize: "vertical" };

/**
 * The field type. Its parts are plain elements: the editor's own controls want its copy of React,
 * which is not the one that draws custom fields (version 0.221).
 */
export function deferrable(createClass, h) {
  return createClass({
    /** What is said of putting off; what was put off, if anything was. */
    told(value = this.props.value, field = this.props.field) {
      const deferral = field.get("deferral").toJS();
      const put = value && typeof value === "object" ? (value[deferral.name] ?? {}) : undefined;
      return { deferral, put };
    },

    /** Asked of the next value, before it is drawn. */
    isValid(value, field) {
      const { deferral, put } = this.told(value, field);
      const missing = put && deferral.fields.some((part) => part.required && !put[part.name]);
      return missing ? { error: { message: deferral.missing } } : true;
    },

    put(part, text) {
      const { deferral, put } = this.told();
      const filled = Object.entries({ ...put, [part]: text }).filter(([, value]) => value);
      this.props.onChange({ [deferral.name]: Object.fromEntries(filled) });
    },

    choice({ deferral, put }) {
      const { value, onChange } = this.props;
      const change = (event) => onChange(event.target.checked ? { [deferral.name]: {} } : "");
      const disabled = typeof value === "string" && value.trim() !== ""; // a text isn't thrown away
      const box = { type: "checkbox", checked: Boolean(put), disabled, onChange: change };
      return h("p", {}, h("label", {}, h("input", box), " ", deferral.choice));
    },

    part(part, put) {
      const { forID, classNameWrapper: className } = this.props;
      const id = `${forID}-${part.name}`;
      const type = part.type === "date" ? "date" : "text";
      const onChange = (event) => this.put(part.name, event.target.value);
      const value = put[part.name] ?? "";
      const box = { id, type, className, style: BOX, value, required: part.required, onChange };
      return h("p", { key: id }, h("label", { htmlFor: id }, part.label), h("input", box));
    },

    text() {
      const { value, field, forID: id, classNameWrapper: className } = this.props;
      const onChange = (event) => this.props.onChange(event.target.value);
      const box = { id, className, style: PROSE, maxLength: field.get("maxlength") };
      const name = { "aria-label": field.get("label") };
      return h("textarea", { ...box, ...name, value: value ?? "", onChange });
    },

    render() {
      const told = this.told();
      const parts = told.put ? told.deferral.fields.map((part) => this.part(part, told.put)) : this.text();
      return h("div", {}, parts, this.choice(told));
    },
  });
}
