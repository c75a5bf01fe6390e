/** Put in by the build: package.json's version, the build's hash, and the file with the licences of what ships. */
declare const VERSION: string;
declare const NOTICES: string;
declare const BUILD: string;

/** 关于: what this is, whose, and what the licences of its parts ask to be said. */
export const About = () => (
  <details class="about" aria-label="关于">
    <summary>关于</summary>
    <p>
      一指填报 YIZHI，版本 {VERSION}（{BUILD}）
    </p>
    <p>© 2026 YIZHI，保留所有权利。</p>
    <p>
      <a href={NOTICES} target="_blank" rel="noreferrer">
        第三方软件的许可
      </a>
    </p>
    <p>
      本加载项使用微软的 Office.js；微软不负责维护、更新或支持本加载项。
      <span lang="en">Microsoft is not responsible for maintaining, updating or supporting this add-in.</span>
    </p>
  </details>
);
