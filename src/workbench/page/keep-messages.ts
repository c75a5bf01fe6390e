/** What is told of keeping the workbook in the browser. */
export const KEEP_MESSAGES = {
  saved: "工作簿已保存在浏览器里（改动随时自动保存）；要存成文件请点“导出”。",
  other:
    "另一个标签页已打开本工作台，本页的改动不会保存在浏览器里。请在那个标签页里填写；要留下本页的改动，请点“导出”。",
  differs: "另一个标签页已关闭。本页的工作簿与它保存的不同，请选择今后保存哪一份（另一份可用 Ctrl+Z 找回）：",
  taken: "另一个标签页已关闭，已读入它保存的工作簿；本页的改动从现在起会保存在浏览器里。",
} as const;
