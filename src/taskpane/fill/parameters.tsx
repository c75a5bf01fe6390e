import { type FormReport, refusesParameters, setParameter } from "../../commands";
import { TextField } from "../controls";

/** 容差 and 红线 of the form. */
export const Parameters = ({ tolerance, redline }: FormReport) => (
  <div class="pair">
    <TextField
      label="容差（百分点）"
      value={tolerance}
      refuses={(text) => refusesParameters(text, redline)}
      onChange={(text) => void setParameter("tolerance", text)}
    />
    <TextField
      label="红线（百分点）"
      value={redline}
      refuses={(text) => refusesParameters(tolerance, text)}
      onChange={(text) => void setParameter("redline", text)}
    />
  </div>
);
