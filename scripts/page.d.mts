interface PageAssets {
  readonly script: string;
  readonly style: string;
}

export function pageAssets(): Promise<{ readonly review: PageAssets; readonly hosts: PageAssets }>;
