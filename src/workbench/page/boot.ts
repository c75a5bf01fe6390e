/** First script of the pane's page in the workbench: Excel's side must stand before office.js loads. */
window.parent.workbench.attach(window);
